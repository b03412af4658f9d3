using System.Text.RegularExpressions;

namespace MinhBach.Procedures.Import;

/// <summary>One row of the portal's table of channels: term, fees and description still as text.</summary>
internal sealed record ChannelRow(Channel Channel, string TermCell, IReadOnlyList<FeeCell> Fees, string Description, string? Unclear = null);

internal sealed record FeeCell(string Amount, string? Note);

/// <summary>
/// Takes the portal's table of channels apart, whose cells run together without separators:
/// “Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến12 Ngày làm việcMiễn phíDịch vụ bưu chính…”.
/// </summary>
internal static partial class ChannelTable
{
    private const string Header = "Hình thức nộpThời gianPhí, lệ phíMô tả";

    public static IReadOnlyList<ChannelRow> Read(string text)
    {
        var body = text.Trim();
        if (body.StartsWith(Header, StringComparison.Ordinal))
            body = body[Header.Length..];
        if (!ChannelName().IsMatch(body))
            return [];

        var starts = Starts(body);
        return [.. starts.Select((start, index) => Row(body[start..(index + 1 < starts.Count ? starts[index + 1] : body.Length)]))];
    }

    public static Channel ChannelOf(string name) => name.Trim() switch
    {
        "Trực tuyến" => Channel.Online,
        "Dịch vụ bưu chính" => Channel.Post,
        _ => Channel.Direct,
    };

    private static List<int> Starts(string body)
    {
        var starts = RowStart().Matches(body).Select(match => match.Index).ToList();
        if (starts.Count > 0 && starts[0] == 0)
            return starts;

        // The term cell holds words (“Không phải trả kết quả cho người nộp thuế”): later rows repeat them.
        var first = WordyRow().Match(body);
        var cell = first.Groups["term"].Value;
        starts.Add(0);
        foreach (Match match in AnyChannel().Matches(body))
        {
            if (cell.Length > 0 && body.AsSpan(match.Index + match.Length).StartsWith(cell, StringComparison.Ordinal))
                starts.Add(match.Index);
        }

        return [.. starts.Distinct().Order()];
    }

    private static ChannelRow Row(string text)
    {
        var name = ChannelName().Match(text).Value;
        var channel = ChannelOf(name);
        var rest = text[name.Length..];
        if (GluedAmount().Match(rest) is { Success: true } glued)
            return GluedRow(channel, rest, glued);

        var term = TermCell().Match(rest).Value;
        if (term.Length == 0)
            term = WordyRow().Match(text).Groups["term"].Value;
        rest = rest[term.Length..];
        var (fees, used) = FeeCells(rest);
        return new ChannelRow(channel, term.Trim(), fees, rest[used..].Trim());
    }

    // “120 VNĐ(20.000 vnđ/tờ khai)” is the term “1” and the fee “20” (thousand): the note, or the grouping, tells where to cut.
    private static ChannelRow GluedRow(Channel channel, string rest, Match glued)
    {
        var digits = glued.Groups["number"].Value;
        var note = Parenthesis(rest, glued.Length);
        var cuts = Enumerable.Range(1, digits.Length - 1).Where(at => IsAmount(digits[at..])).ToList();
        var sure = cuts.Where(at => FeeReader.Dong(digits[at..]) is { } dong
            && (FeeReader.Mentions(note, dong) || FeeReader.Mentions(note, dong * 1000))).ToList();
        if (sure.Count == 0 && cuts.Count == 1)
            sure = cuts;
        var (fees, used) = FeeCells(rest[(sure.Count == 1 ? sure[0] : 0)..]);
        return sure.Count == 1
            ? new ChannelRow(channel, digits[..sure[0]], fees, rest[(sure[0] + used)..].Trim())
            : new ChannelRow(channel, "", [new FeeCell(PortalText.NoInformation, rest[..used])], rest[used..].Trim(), "thời hạn và lệ phí dính liền, không tách được");
    }

    private static (IReadOnlyList<FeeCell> Fees, int Used) FeeCells(string text)
    {
        var fees = new List<FeeCell>();
        var at = 0;
        while (FeeStart().Match(text, at) is { Success: true } match && (fees.Count == 0 || !PortalText.SaysNothing(match.Value)))
        {
            at += match.Length;
            var note = Parenthesis(text, at);
            if (note is not null)
                at = Math.Min(at + note.Length + 2, text.Length);
            fees.Add(new FeeCell(match.Value, note));
        }

        return (fees, at);
    }

    // The text inside the bracket that opens at a place; to the end where the brackets do not balance.
    private static string? Parenthesis(string text, int at)
    {
        if (at >= text.Length || text[at] != '(')
            return null;
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return text[(at + 1)..i];
        }

        return text[(at + 1)..];
    }

    private static bool IsAmount(string digits) =>
        digits.Length > 0 && (digits == "0" || digits[0] is >= '1' and <= '9') && FeeReader.Dong(digits) is not null;

    [GeneratedRegex(@"^(?:Trực tiếp|Trực tuyến|Dịch vụ bưu chính)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChannelName();

    [GeneratedRegex(@"Trực tiếp|Trực tuyến|Dịch vụ bưu chính", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyChannel();

    [GeneratedRegex(@"(?:Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(?=\d|Không có thông tin|Miễn phí)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowStart();

    [GeneratedRegex(@"^(?:Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(?<term>.*?)(?=Miễn phí|Không có thông tin|\d[\d.,]* (?:VNĐ|Việt Nam Đồng|USD))", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordyRow();

    [GeneratedRegex(@"^(?:Không có thông tin|\d[\d.,]*(?:(?:\s?-\s?\d+)? (?:Ngày làm việc|Ngày|Giờ làm việc|Giờ|Phút|Tuần|Tháng|Năm))?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TermCell();

    [GeneratedRegex(@"^(?<number>\d[\d.,]*) (?:VNĐ|Việt Nam Đồng|USD)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GluedAmount();

    [GeneratedRegex(@"\G(?:Miễn phí|Không có thông tin|\d[\d.,]* (?:VNĐ|Việt Nam Đồng|USD|EUR))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeeStart();
}
