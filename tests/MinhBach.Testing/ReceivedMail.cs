using System.Text;
using System.Text.RegularExpressions;

namespace MinhBach.Testing;

/// <summary>A message as a mail server got it, with its parts decoded (RFC 5322, 2045, 2047).</summary>
public sealed partial class ReceivedMail
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    public ReceivedMail(string from, string to, IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        (From, To) = (from, to);
        var blank = lines.TakeWhile(line => line.Length > 0).Count();
        var name = "";
        foreach (var line in lines.Take(blank))
        {
            if (line[0] is ' ' or '\t') headers[name] += "\n" + line.Trim();
            else headers[name = line.Split(':')[0]] = line[(name.Length + 1)..].Trim();
        }

        var text = string.Join("\r\n", lines.Skip(blank + 1));
        Body = Encoding.GetEncoding(Charset().Match(headers["Content-Type"]).Groups[1].Value).GetString(headers["Content-Transfer-Encoding"].ToUpperInvariant() switch
        {
            "BASE64" => Convert.FromBase64String(text),
            "QUOTED-PRINTABLE" => Unquoted(SoftBreak().Replace(text, ""), '='),
            _ => Encoding.Latin1.GetBytes(text),
        });
    }

    /// <summary>The envelope's sender.</summary>
    public string From { get; }

    /// <summary>The envelope's recipient.</summary>
    public string To { get; }

    /// <summary>The text, decoded.</summary>
    public string Body { get; }

    /// <summary>The subject, decoded.</summary>
    public string Subject => EncodedWord().Replace(Between().Replace(headers["Subject"], "?==?"), word => Encoding.GetEncoding(word.Groups[1].Value).GetString(
        word.Groups[2].Value is "B" or "b" ? Convert.FromBase64String(word.Groups[3].Value) : Unquoted(word.Groups[3].Value.Replace('_', ' '), '='))).Replace("\n", " ", StringComparison.Ordinal);

    /// <summary>A header as it stands; null when there is none.</summary>
    public string? Header(string name) => headers.GetValueOrDefault(name);

    private static byte[] Unquoted(string text, char mark)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != mark) bytes.Add((byte)text[i]);
            else
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("charset=\"?([^\";]+)")]
    private static partial Regex Charset();

    [GeneratedRegex("=\r\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    // White space between two encoded words is not part of the text.
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();
}
