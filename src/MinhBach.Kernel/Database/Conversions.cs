using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Kernel;

/// <summary>Instants are stored as microseconds since 1970, alike on both databases.</summary>
internal sealed class InstantToMicroseconds() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks() / 10,
    stored => Instant.FromUnixTimeTicks(stored * 10));

/// <summary>Dates are stored as ISO text, which sorts and reads well on both databases.</summary>
internal sealed class LocalDateToText() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date),
    stored => LocalDatePattern.Iso.Parse(stored).Value);
