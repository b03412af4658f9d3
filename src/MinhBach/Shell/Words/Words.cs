using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Shell;

/// <summary>
/// The text that people read. A Vietnamese sentence is its own key; English comes from the modules'
/// <c>Words.en.json</c> files and falls back to the Vietnamese sentence.
/// </summary>
public sealed class Words
{
    private static readonly FrozenDictionary<string, string> English = Load();

    /// <summary>The sentence in the language of the current request, with <paramref name="args"/> in its placeholders.</summary>
    public string this[string sentence, params object?[] args]
    {
        get
        {
            var text = IsEnglish ? English.GetValueOrDefault(sentence, sentence) : sentence;
            return args.Length == 0 ? text : string.Format(IsEnglish ? EnglishCounts.Instance : VietnameseFormats.Culture, text, args);
        }
    }

    /// <summary>"vi" or "en": the language of the current request.</summary>
    public string Language => IsEnglish ? "en" : "vi";

    /// <summary>22/11/2026.</summary>
    public string Date(LocalDate date) => VietnameseFormats.Date(date);

    /// <summary>22/11/2026, or a dash.</summary>
    public string Date(LocalDate? date) => date is { } d ? VietnameseFormats.Date(d) : "–";

    /// <summary>Thứ Hai.</summary>
    public string Weekday(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => this["Thứ Hai"],
        IsoDayOfWeek.Tuesday => this["Thứ Ba"],
        IsoDayOfWeek.Wednesday => this["Thứ Tư"],
        IsoDayOfWeek.Thursday => this["Thứ Năm"],
        IsoDayOfWeek.Friday => this["Thứ Sáu"],
        IsoDayOfWeek.Saturday => this["Thứ Bảy"],
        _ => this["Chủ nhật"],
    };

    /// <summary>15:04.</summary>
    public string Time(LocalTime time) => VietnameseFormats.Time(time);

    /// <summary>15:04 ngày 22/11/2026, in Vietnamese time (Asia/Ho_Chi_Minh).</summary>
    public string Moment(Instant instant) => Moment(VietnameseFormats.Local(instant));

    /// <summary>15:04 ngày 22/11/2026 in Vietnamese time, or a dash.</summary>
    public string Moment(Instant? instant) => instant is { } i ? Moment(i) : "–";

    /// <summary>15:04 ngày 22/11/2026.</summary>
    public string Moment(LocalDateTime local) =>
        this["{0} ngày {1}", VietnameseFormats.Time(local.TimeOfDay), VietnameseFormats.Date(local.Date)];

    /// <summary>1.234,5: grouped, at most <paramref name="decimals"/> digits after the comma.</summary>
    public string Number(decimal number, int decimals = 2) => VietnameseFormats.Number(number, decimals);

    /// <summary>0.9733 as 97,33 %.</summary>
    public string Percent(double share, int decimals = 2) => VietnameseFormats.Percent(share, decimals);

    /// <summary>75.000 đ.</summary>
    /// <summary>An amount of working time as people say it: minutes, then hours, then days of eight hours.</summary>
    /// <param name="seconds">Seconds of work; null is written as a dash.</param>
    public string WorkTime(double? seconds) => seconds switch
    {
        null => "–",
        < 3600 => this["{0} phút", Number((decimal)Math.Round(seconds.Value / 60), 0)],
        < 2 * WorkingDuration.SecondsPerDay => this["{0} giờ", Number((decimal)(seconds.Value / 3600), 1)],
        _ => this["{0} ngày công", Number((decimal)(seconds.Value / WorkingDuration.SecondsPerDay), 1)],
    };

    public string Money(decimal dong) => VietnameseFormats.Money(dong);

    /// <summary>What a broken rule says to the person.</summary>
    public string Say(RuleBroken rule) => this[rule.Sentence, [.. rule.Values]];

    /// <summary>True when there is English for <paramref name="sentence"/>.</summary>
    internal static bool HasEnglish(string sentence) => English.ContainsKey(sentence);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private static FrozenDictionary<string, string> Load()
    {
        var assembly = typeof(Words).Assembly;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("Words.en.json", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            foreach (var (vietnamese, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(file)!)
                words.TryAdd(vietnamese, english);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
