using NodaTime;
using NodaTime.Text;

namespace MinhBach.Kernel.Tests;

public sealed class CityTimeFacts
{
    [Fact]
    public void A_stored_day_is_read_as_the_pattern_reads_it()
    {
        for (var day = new LocalDate(2015, 12, 25); day < new LocalDate(2028, 3, 5); day = day.PlusDays(1))
            Assert.Equal(day, CityTime.ReadDay(LocalDatePattern.Iso.Format(day)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("2026/01/01")]
    [InlineData("2026-01-01T")]
    [InlineData(" 026-01-01")]
    public void What_is_no_day_is_refused(string text) => Assert.Throws<FormatException>(() => CityTime.ReadDay(text));
}
