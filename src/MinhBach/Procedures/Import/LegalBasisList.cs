using System.Text.RegularExpressions;

namespace MinhBach.Procedures.Import;

/// <summary>Takes the portal's list of legal documents apart, where each title runs into its number and that into the next title.</summary>
internal static partial class LegalBasisList
{
    private const string Header = "Tên văn bản pháp lýMã văn bản";

    // The usual kinds by name, since the next title may begin right behind, in small letters or capitals.
    private const string Kinds =
        @"NĐ-CP|NQ-CP|QH\d{2}|NQ-QH\d{2}|UBTVQH\d{2}|PL-UBTVQH\d{2}|QĐ-TTg|CT-TTg"
        + @"|TT-(?:BTC|BCA|BXD|BGTVT|BTP|BNNMT|BNNPTNT|BTNMT|BLĐTBXH|BNV|BYT|BCT|BKHCN|BKHĐT|BKH|BTTTT|BQP|BVHTTDL|BGDĐT|NHNN|VPCP|TTCP|TANDTC|UBDT|BNN|BNG)(?!\p{Lu}(?!\p{Ll}))"
        + @"|(?:\p{Lu}(?!\p{Ll}))+(?:-(?:\p{Lu}(?!\p{Ll}))+)*";

    public static IReadOnlyList<LegalBasis> Read(string? text)
    {
        if (PortalText.SaysNothing(text))
            return [];
        var body = PortalText.Clean(text!.Replace(Header, "", StringComparison.Ordinal));
        var bases = new List<LegalBasis>();
        var at = 0;
        foreach (Match match in Number().Matches(body))
        {
            if (!EndsRow(body, match))
                continue;
            var (titleEnd, number) = Cut(body, at, match);
            var title = body[at..titleEnd].Trim();
            bases.Add(new LegalBasis(number, title.Length == 0 ? number : title));
            at = match.Index + match.Length;
        }

        var rest = body[at..].Trim();
        if (rest.Length > 3)
            bases.Add(new LegalBasis(null, rest));
        return bases;
    }

    // A number inside a title is followed by a space or a comma; at the end of a title its twin follows.
    private static bool EndsRow(string body, Match match)
    {
        var end = match.Index + match.Length;
        if (end == body.Length)
            return true;
        if (body[end] is ' ' or ',' or ')' or ';' or '.' or ':')
            return false;
        var next = Number().Match(body, end);
        return !(next.Success && next.Groups["number"].Value == match.Groups["number"].Value && next.Groups["number"].Index - end <= KindLength);
    }

    private const int KindLength = 14;

    private static (int TitleEnd, string Number) Cut(string body, int at, Match match)
    {
        var start = match.Groups["number"].Index;
        // “… năm 201601/2016/QH14”: a year ran into the number.
        var number = match.Groups["number"].Value;
        if (YearBefore().Match(body[at..start]) is { Success: true } kind)
            start = at + kind.Index;
        return (Math.Max(at, start), number);
    }

    // The year that a title ends in may run into the number: “… năm 201601/2016/QH14”.
    [GeneratedRegex(
        @"(?:(?<=(?<!\d)(?:19|20)\d{2})|(?<!\d))(?<number>\d{1,3}/\d{4}/(?:" + Kinds + @")|\d{1,4}/(?:QĐ|NQ|CT|VBHN|KH)-(?:\p{Lu}(?!\p{Ll}))+)",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:Luật số|Thông tư số|Nghị định số|Luật|Thông tư|Nghị định|Pháp lệnh|Quyết định số|Quyết định) ?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearBefore();
}
