using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace MinhBach.ProcessMining.Tests;

public sealed class LogDateFacts
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    [Theory]
    [InlineData("2026-03-02T08:15:30.123+07:00", "2026-03-02T01:15:30.123Z")]
    [InlineData("2026-03-02 08:15:30.1234567+0700", "2026-03-02T01:15:30.1234567Z")]
    [InlineData("2011-10-11 13:45:40.276000+02:00", "2011-10-11T11:45:40.276Z")]
    [InlineData("2026-03-02T08:15:30Z", "2026-03-02T08:15:30Z")]
    [InlineData("2026-03-02T08:15-05", "2026-03-02T13:15:00Z")]
    [InlineData("2026-03-02T24:00:00Z", "2026-03-03T00:00:00Z")]
    [InlineData("2026-03-02T08:15:30", "2026-03-02T01:15:30Z")]
    [InlineData("2026-03-02", "2026-03-01T17:00:00Z")]
    [InlineData("02/03/2026 08:15:30", "2026-03-02T01:15:30Z")]
    [InlineData("2/3/2026 8:15", "2026-03-02T01:15:00Z")]
    [InlineData("02-03-2026 08:15", "2026-03-02T01:15:00Z")]
    [InlineData("02.03.2026 08:15", "2026-03-02T01:15:00Z")]
    [InlineData("2026/03/02 08:15:30.000", "2026-03-02T01:15:30Z")]
    [InlineData("2026/3/2", "2026-03-01T17:00:00Z")]
    [InlineData("02/03/2026 8:15:30 SA", "2026-03-02T01:15:30Z")]
    [InlineData("02/03/2026 8:15 CH", "2026-03-02T13:15:00Z")]
    [InlineData("02/03/2026 12:15 AM", "2026-03-01T17:15:00Z")]
    [InlineData("02/03/2026 12:15 pm", "2026-03-02T05:15:00Z")]
    [InlineData(" 02/03/2026 ", "2026-03-01T17:00:00Z")]
    [InlineData("1960-06-01T12:00:00", "1960-06-01T04:00:00Z")]
    public void Date_is_read(string text, string utc)
    {
        Assert.True(LogDate.TryRead(text, Zone, out var ticks, out _));
        Assert.Equal(NodaTime.Text.InstantPattern.ExtendedIso.Parse(utc).Value, Instant.FromUnixTimeTicks(ticks));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("-2026-01-01")]
    [InlineData("2026-03-02T25:00:00")]
    [InlineData("2026-03-02T24:00:01")]
    [InlineData("2026-03-02T08:60:00")]
    [InlineData("2026-03-02T08:15:60Z")]
    [InlineData("2026-03-02T08:15:30.Z")]
    [InlineData("2026-03-02T08:15:30+19:00")]
    [InlineData("2026-03-02T08:15:30+7")]
    [InlineData("2026-03-02T08:15:30+07:00x")]
    [InlineData("2026-03-02x")]
    [InlineData("9999-12-31T24:00:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("20260302")]
    [InlineData("02-03.2026")]
    [InlineData("2026/03-02")]
    [InlineData("02/03/26")]
    [InlineData("02/03/2026 13:15 PM")]
    [InlineData("02/03/2026 0:15 SA")]
    [InlineData("32/01/2026")]
    [InlineData("٢٠٢٦-03-02")]
    public void What_is_not_a_date_is_not_read(string text) => Assert.False(LogDate.TryRead(text, Zone, out _, out _));

    [Fact]
    public void Any_moment_comes_back_from_the_text_that_dotnet_writes_of_it() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Zip(Gen.Choose(0, int.MaxValue - 1)).Zip(Gen.Choose(-14 * 60, 14 * 60)).ToArbitrary(), drawn =>
        {
            var ((high, low), minutes) = drawn;
            var ticks = (long)(((ulong)high << 31 | (uint)low) % (ulong)(DateTime.MaxValue.Ticks - (4 * TimeSpan.TicksPerDay))) + (2 * TimeSpan.TicksPerDay);
            var moment = new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes));
            return LogDate.TryRead(moment.ToString("o", CultureInfo.InvariantCulture), Zone, out var read, out var hasOffset)
                && hasOffset && read == ticks - DateTime.UnixEpoch.Ticks;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_text_is_read_or_refused_without_a_throw() =>
        Prop.ForAll(Gen.Elements("0123456789-/:.TZ+ 2026".ToCharArray()).ArrayOf().ToArbitrary(), letters =>
        {
            LogDate.TryRead(letters, Zone, out _, out _);
            LogDate.TryRead("2026-03-02T" + new string(letters), Zone, out _, out _);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
