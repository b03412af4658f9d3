using System.Globalization;
using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>The few ways in which all texts of a log are written: strict UTF-8, base64 and decimals of one spelling, lines.</summary>
internal static class LogText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string FromUtf8(ReadOnlySpan<byte> bytes, string what)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw new LogException($"The bytes of {what} are not UTF-8.", broken);
        }
    }

    public static byte[] ToUtf8(string text, string what)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException broken)
        {
            throw new LogException($"The text of {what} cannot be written in UTF-8.", broken);
        }
    }

    /// <summary>Base64 in the one spelling that writing it gives: padded, no white space, unused bits zero.</summary>
    public static byte[] FromBase64(string base64, string what)
    {
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == base64
            ? bytes[..length]
            : throw new LogException($"In {what} stands what is not base64: {Shortened(base64)}");
    }

    /// <summary>A decimal from 0 to 2^63 - 1 without sign and leading zeroes.</summary>
    public static long Number(string decimals, string what) =>
        long.TryParse(decimals, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Text(number) == decimals
            ? number
            : throw new LogException($"In place of {what} stands: {Shortened(decimals)}");

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Cuts off the first line, without its newline.</summary>
    public static string TakeLine(ref string text, string what)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0) throw new LogException($"The text ends before {what}.");
        var line = text[..end];
        text = text[(end + 1)..];
        return line;
    }

    /// <summary>An address below which there are others.</summary>
    public static Uri Prefix(Uri address) =>
        address.AbsolutePath.EndsWith('/') ? address : throw new ArgumentException($"{address} does not end in a slash.", nameof(address));

    /// <summary>A key's name: not empty, without spaces and plus.</summary>
    public static bool IsKeyName(string name) =>
        name.Length > 0 && !name.Contains('+', StringComparison.Ordinal) && !name.Any(letter => char.IsWhiteSpace(letter) || letter < ' ');

    private static string Shortened(string text) => text.Length <= 80 ? $"'{text}'" : $"'{text[..80]}…'";
}
