using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>How moments and days are written into what is stored.</summary>
internal static class StoredBits
{
    public static void Write(this BinaryWriter to, Instant at) => to.Write(at.ToUnixMicroseconds());

    public static Instant ReadMoment(this BinaryReader from) => CityTime.FromUnixMicroseconds(from.ReadInt64());

    public static void WriteMaybe(this BinaryWriter to, Instant? at) => to.Write(at?.ToUnixMicroseconds() ?? long.MinValue);

    public static Instant? ReadMaybeMoment(this BinaryReader from) => from.ReadInt64() is var stored and not long.MinValue ? CityTime.FromUnixMicroseconds(stored) : null;

    public static void WriteMaybe(this BinaryWriter to, LocalDate? day) => to.Write(Day.Of(day).Number);

    public static LocalDate? ReadMaybeDay(this BinaryReader from) => new Day(from.ReadInt32()).Date;
}
