using NodaTime;

namespace MinhBach.Transparency.Enter;

/// <summary>The clock shows an earlier time than the log knows: nothing is entered until it is right again.</summary>
internal sealed class ClockSetBackException(Instant last, Instant now)
    : Exception($"The last entry of the public log was made at {last}, the clock shows {now}. Nothing is entered until the clock is right.");

/// <summary>A dossier was erased while its next entries were made: they are made anew.</summary>
internal sealed class StaleCasesException() : Exception("A dossier's row in the public log changed meanwhile.");
