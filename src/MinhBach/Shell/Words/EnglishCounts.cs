using System.Globalization;

namespace MinhBach.Shell;

/// <summary>
/// Formats English sentences, in which a word may follow the number before it: <c>{0} {0:day|days}</c>. Vietnamese words
/// stand as they are. Numbers and dates are written as in Vietnam, whatever the language.
/// </summary>
internal sealed class EnglishCounts : IFormatProvider, ICustomFormatter
{
    public static EnglishCounts Instance { get; } = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : VietnameseFormats.Culture.GetFormat(formatType!);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => format?.Split('|') switch
    {
        [var one, var many] => Convert.ToString(arg, CultureInfo.InvariantCulture) == "1" ? one : many,
        _ when arg is IFormattable value => value.ToString(format, VietnameseFormats.Culture),
        _ => arg?.ToString() ?? "",
    };
}
