using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>Instants are stored as microseconds since 1970, alike on both databases.</summary>
internal sealed class InstantToMicroseconds() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks() / 10,
    stored => Instant.FromUnixTimeTicks(stored * 10));

/// <summary>Dates are stored as ISO text, which sorts and reads well on both databases.</summary>
internal sealed class LocalDateToText() : ValueConverter<LocalDate, string>(date => CityTime.WriteDay(date), stored => Read(stored))
{
    // An expression cannot make a span of the text itself.
    private static LocalDate Read(string stored) => CityTime.ReadDay(stored);
}
