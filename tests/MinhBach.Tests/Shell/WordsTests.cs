using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Tests.Shell;

public sealed partial class WordsTests
{
    // T["…"], words["…"], Display(Name = "…"), ErrorMessage = "…", new MenuItem("…", new RuleBroken("code", "…", a finding's Find("code", "…".
    [GeneratedRegex("""(?:\b(?:T|[wW]ords)\[|\bDisplay\(Name = |ErrorMessage = |\bMenuItem\(\s*|\b(?:RuleBroken|WatchFinding|Find|Fault)\((?:index,)?\s*"[^"]*",\s*)"((?:[^"\\]|\\.)+)"[\],)\s]""")]
    private static partial Regex Sentence();

    [Fact]
    public void Every_sentence_has_English()
    {
        var missing = Sources()
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)).Select(match => (file, text: match.Groups[1].Value)))
            .Select(found => (found.file, text: found.text.Replace("\\\"", "\"", StringComparison.Ordinal)))
            .Where(found => !Words.HasEnglish(found.text))
            .Select(found => $"{Path.GetRelativePath(Root(), found.file)}: {found.text}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Empty(missing);
    }

    [Fact]
    public void No_sentence_has_two_English_texts_and_every_placeholder_survives()
    {
        var entries = Directory.EnumerateFiles(Path.Combine(Root(), "src", "MinhBach"), "Words.en.json", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file))
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
            .ToList();

        Assert.NotEmpty(entries);
        Assert.Empty(entries.GroupBy(e => e.Key).Where(same => same.Select(e => e.Value).Distinct().Count() > 1).Select(same => same.Key));
        Assert.Empty(entries.Where(e => !Places(e.Key).SetEquals(Places(e.Value))).Select(e => e.Key));
    }

    [Fact]
    public void Default_validation_messages_have_English()
    {
        ValidationAttribute[] attributes =
        [
            new RequiredAttribute(), new StringLengthAttribute(5), new StringLengthAttribute(5) { MinimumLength = 2 }, new MinLengthAttribute(1),
            new MaxLengthAttribute(1), new RangeAttribute(1, 2), new EmailAddressAttribute(), new PhoneAttribute(), new UrlAttribute(),
            new CompareAttribute("x"), new RegularExpressionAttribute("x"), new FileExtensionsAttribute(),
        ];

        Assert.All(attributes, attribute => Assert.True(Words.HasEnglish(VietnameseValidation.Message(attribute)!)));
    }

    [Theory]
    [InlineData("vi", "15:04 ngày 22/11/2026")]
    [InlineData("en", "15:04 on 22/11/2026")]
    public void Moments_are_told_in_Vietnamese_time(string language, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(expected, new Words().Moment(Instant.FromUtc(2026, 11, 22, 8, 4)));
    }

    [Theory]
    [InlineData(1, "1 working day")]
    [InlineData(2, "2 working days")]
    [InlineData("1", "1 working day")]
    public void English_counts_have_their_plural(object count, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal(expected, new Words()["{0} ngày làm việc", count]);
    }

    [Fact]
    public void Numbers_are_written_the_Vietnamese_way()
    {
        var words = new Words();

        Assert.Equal("1.234,5", words.Number(1234.5m));
        Assert.Equal("97,33\u00a0%", words.Percent(0.9733));
        Assert.Equal("75.000\u00a0đ", words.Money(75000));
        Assert.Equal("02/09/2026", words.Date(new LocalDate(2026, 9, 2)));
        Assert.Equal("–", words.Date(null));
    }

    [Theory]
    [InlineData("02/09/2026")]
    [InlineData("2/9/2026")]
    [InlineData(" 2-9-2026 ")]
    [InlineData("02.09.2026")]
    [InlineData("2026-09-02")]
    public void A_date_is_read_however_people_type_it(string typed) =>
        Assert.Equal(new LocalDate(2026, 9, 2), VietnameseFormats.ReadDate(typed));

    [Theory]
    [InlineData("09/22/2026")]
    [InlineData("31/02/2026")]
    [InlineData("hôm qua")]
    [InlineData("")]
    public void What_is_no_date_is_not_guessed(string typed) => Assert.Null(VietnameseFormats.ReadDate(typed));

    private static HashSet<string> Places(string text) => [.. PlaceHolder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d")]
    private static partial Regex PlaceHolder();

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src", "MinhBach"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)) && !IsBuilt(file));

    private static bool IsBuilt(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MinhBach.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("MinhBach.slnx is in no parent folder.");
        return folder;
    }
}
