using System.CommandLine;
using System.Globalization;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Commands;

/// <summary>Options such as <c>--every 15m</c>: a number and s, m, h or d.</summary>
internal static class DurationText
{
    private const int Most = 10_000;

    public static Option<Duration> Option(Words words, string name, string description, Duration fallback) => new(name)
    {
        Description = description,
        HelpName = "30s|15m|1h|1d",
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Read(text) is { } duration) return duration;
            result.AddError(words["{0}: “{1}” không phải khoảng thời gian; ví dụ đúng: 30s, 15m, 1h, 1d.", name, text]);
            return fallback;
        },
    };

    private static Duration? Read(string text) =>
        text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most
            ? text[^1] switch
            {
                's' => Duration.FromSeconds(number),
                'm' => Duration.FromMinutes(number),
                'h' => Duration.FromHours(number),
                'd' => Duration.FromDays(number),
                _ => null,
            }
            : null;
}
