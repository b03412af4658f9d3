using System.Globalization;
using System.Text.RegularExpressions;

namespace MinhBach.Procedures.Import;

/// <summary>Papers under one heading of the portal's table, such as “Trường hợp ủy quyền”.</summary>
internal sealed record PaperGroup(string? Heading, IReadOnlyList<ProcedurePaper> Papers);

/// <summary>Takes the portal's table of papers apart: “--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghịMẫu 01.docx1 bản chính…”.</summary>
internal static partial class PaperTable
{
    private const string Header = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";

    public static IReadOnlyList<PaperGroup> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var parts = text.Split(Header);
        var groups = new List<PaperGroup>();
        var heading = parts[0];
        var number = 0;
        foreach (var part in parts.Skip(1))
        {
            var papers = new List<ProcedurePaper>();
            var at = 0;
            foreach (Match count in Count().Matches(part))
            {
                var (name, originals) = NameAndOriginals(part[at..count.Groups["digits"].Index], count);
                if (name.Length > 0)
                    papers.Add(Paper(++number, name, originals, Number(count.Groups["copies"].Value)));
                at = count.Index + count.Length;
            }

            groups.Add(new PaperGroup(Heading(heading), papers));
            heading = part[at..];
        }

        // A heading after the last table that no table follows is a paper without a count.
        if (Heading(heading) is { } rest && groups.Count > 0)
            groups[^1] = groups[^1] with { Papers = [.. groups[^1].Papers, Paper(++number, rest, 0, 0)] };
        return [.. groups.Where(group => group.Papers.Count > 0)];
    }

    /// <summary>A paper from its name (with the form file glued to its end) and counts.</summary>
    public static ProcedurePaper Paper(int number, string rawName, int originals, int copies, string? formFile = null)
    {
        var (name, file) = formFile is null ? SplitFormFile(PortalText.Clean(rawName)) : (PortalText.Clean(rawName), formFile);
        var form = FormNumber().Match(name) is { Success: true } match ? match.Value : FileTitle(file);
        var optional = Optional().IsMatch(name);
        return new ProcedurePaper($"p{number}", FileNumber().Replace(Bullet().Replace(name, ""), "").TrimEnd(';', ' '), originals, copies, form, file, !optional);
    }

    private static (string Name, int Originals) NameAndOriginals(string name, Match count)
    {
        var digits = count.Groups["digits"].Value;
        var before = name.Length > 0 ? name[^1] : ' ';
        // “theo mẫu số 011 bản chính” ends in the number 01: only the last figure counts copies. “Giấy X10 bản chính” does not.
        if (digits.Length <= 1 || (digits.Length == 2 && !char.IsWhiteSpace(before) && before is not ('/' or '-' or '.')))
            return (name, Number(digits));
        return (name + digits[..^1], digits[^1] - '0');
    }

    // The name of the attached form stands glued between the name of the paper and the count.
    private static (string Name, string? File) SplitFormFile(string text)
    {
        if (!FileEnd().IsMatch(text))
            return (text, null);
        for (var wordEnd = text.Length; wordEnd > 0;)
        {
            var space = text.LastIndexOf(' ', wordEnd - 1);
            if (Glue().Match(text, space + 1, wordEnd - space - 1) is { Success: true } glue)
                return (text[..glue.Index], text[glue.Index..]);
            wordEnd = space;
        }

        return (text, null);
    }

    private static string? FileTitle(string? file) =>
        file is null ? null : FileEnd().Replace(file, "").Trim(' ', '.');

    private static string? Heading(string text)
    {
        var clean = PortalText.Clean(text).Trim(' ', '-', '*', '+', ':', '.', ';');
        return clean.Length == 0 || PortalText.SaysNothing(clean) ? null : clean;
    }

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    // A count stands glued to the word before it; “: 01 bản chính.” inside a name does not.
    [GeneratedRegex(@"(?:(?<=[^\s\d])(?<digits>\d{1,4})|(?<=\s)(?<digits>\d{3,4}|[1-9][1-9])) bản chính(?:,(?<copies>\d{1,2}) bản sao)?(?![\p{Ll} .;,:)/])|(?<=\S)(?<!\d)(?<digits>)(?<copies>\d{1,2}) bản sao(?![\p{Ll} .;,:)/])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"\.(?:docx?|xlsx?|pdf|rar|zip|jpe?g|png|rtf)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileEnd();

    [GeneratedRegex(@"(?<=[\p{Ll}\d).;:,”""])\p{Lu}|(?<=\p{Lu})\p{Lu}(?=\p{Ll})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Glue();

    [GeneratedRegex(@"[Mm]ẫu(?: số)? [\w./-]*\d[\w./-]*\w", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormNumber();

    [GeneratedRegex(@"\(nếu có|nếu có\)|\(trường hợp |đối với trường hợp|trong trường hợp|trường hợp ủy quyền|trường hợp uỷ quyền", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Optional();

    // Files are often numbered: “….1.Mau02.docx”.
    [GeneratedRegex(@"(?<=[.)])\d{1,2}\.$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileNumber();

    [GeneratedRegex(@"^[\s\-+*•–]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bullet();
}
