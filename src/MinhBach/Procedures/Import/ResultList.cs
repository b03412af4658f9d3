using System.Text.RegularExpressions;

namespace MinhBach.Procedures.Import;

/// <summary>Takes the results of a procedure apart: “Giấy khai sinhMã: KQ.G15.000123Trích lụcMã: KQ.G15.000124Từ khóa…”.</summary>
internal static partial class ResultList
{
    public static IReadOnlyList<Result> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var body = PortalText.Clean(Keywords().Replace(text, ""));
        var results = new List<Result>();
        var at = 0;
        foreach (Match match in Code().Matches(body))
        {
            Add(results, match.Groups["code"].Value, body[at..match.Index]);
            at = match.Index + match.Length;
        }

        Add(results, null, PortalText.WithoutFurniture(body[at..]));
        return results;
    }

    private static void Add(List<Result> results, string? code, string name)
    {
        var clean = name.Trim().TrimStart('-', '+', '*', ' ', ';', ',').Trim();
        if (clean.Length > 0 && !PortalText.SaysNothing(clean))
            results.Add(new Result(code, clean));
    }

    // After the results the page prints keywords, a description, and its pickers and buttons.
    [GeneratedRegex(@"Từ khóa(?:(?!Từ khóa).)*?Mô tả.*$", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keywords();

    [GeneratedRegex(
        @"Mã: ?(?<code>(?:(?:\d{3}\.){3})?[A-Z]\d{2}-KQ\d+|KQ[-.][A-Z]\d{2}[-.](?:KQ-)?\d{5,6}|KQ[\d.]+-\d+|KQ[\w.-]*?\d{4,6}|[A-Z]{3,6}(?=$|\p{Lu}\p{Ll})|\d{1,6})",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
