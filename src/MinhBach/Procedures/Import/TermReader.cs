using System.Globalization;
using System.Text.RegularExpressions;
using MinhBach.WorkingTime;

namespace MinhBach.Procedures.Import;

/// <summary>Reads terms as people write them in Vietnamese: “không quá 07 ngày làm việc”, “trong ngày”, “½ ngày”.</summary>
internal static partial class TermReader
{
    private const decimal MinutesPerHour = 60;
    private const decimal DaysPerMonth = 30;
    private const int LookBack = 16;

    /// <summary>The term that binds the authority: the only one, the upper end of a range, or the longest of several.</summary>
    public static TermReading Read(string? text)
    {
        var clean = PortalText.Clean(text);
        if (clean.Length == 0)
            return new TermReading(null, TermCertainty.NotStated, "");
        var found = ReadAll(clean);
        if (found.Count > 0)
        {
            var longest = found.MaxBy(reading => Length(reading.Term!))!;
            var same = found.All(reading => Length(reading.Term!) == Length(longest.Term!));
            return same ? longest : longest with { Certainty = TermCertainty.LongestOfSeveral };
        }

        if (NextWorkingDay().Match(clean) is { Success: true } next)
            return new TermReading(new Term(1, TermUnit.WorkingDays), TermCertainty.Exact, next.Value);
        if (SameDay().Match(clean) is { Success: true } sameDay)
            return new TermReading(new Term(0, TermUnit.SameDay), TermCertainty.Exact, sameDay.Value);
        return BareNumber().IsMatch(clean)
            ? new TermReading(null, TermCertainty.NumberWithoutUnit, clean)
            : new TermReading(null, TermCertainty.NotStated, "");
    }

    /// <summary>Every number with a unit in a text, in order; dates, articles and hours of the day are passed over.</summary>
    public static IReadOnlyList<TermReading> ReadAll(string text)
    {
        var found = new List<TermReading>();
        foreach (Match match in Amount().Matches(text))
        {
            if (IsDateOrReference(text, match))
                continue;
            var upper = VietnameseNumber.Read(match.Groups["upper"].Value) ?? VietnameseNumber.Read(match.Groups["number"].Value);
            if (upper is null)
                continue;
            var certainty = match.Groups["upper"].Success ? TermCertainty.UpperOfRange : TermCertainty.Exact;
            found.Add(new TermReading(Of(upper.Value, match.Groups["unit"].Value), certainty, match.Value.Trim()));
        }

        return found;
    }

    /// <summary>Rough length in working hours, to tell the longest of several terms; not for due dates.</summary>
    public static decimal Length(Term term) => term.Unit switch
    {
        TermUnit.WorkingHours => term.Amount,
        TermUnit.WorkingDays => term.Amount * 8,
        TermUnit.Days => term.Amount * 8 * 5 / 7,
        TermUnit.Weeks => term.Amount * 40,
        TermUnit.Months => term.Amount * 168,
        TermUnit.SameDay => 8,
    };

    private static Term Of(decimal amount, string unit)
    {
        // “0 Giờ” on the portal: the result is given at once.
        if (amount == 0)
            return new Term(0, TermUnit.SameDay);
        var words = unit.ToLower(CultureInfo.InvariantCulture);
        if (words.StartsWith("ngày", StringComparison.Ordinal))
        {
            // Half a calendar day is half a day at work.
            var working = words.Contains("làm việc", StringComparison.Ordinal) || !decimal.IsInteger(amount);
            return new Term(amount, working ? TermUnit.WorkingDays : TermUnit.Days);
        }

        if (words.StartsWith("tháng", StringComparison.Ordinal))
            return decimal.IsInteger(amount) ? new Term(amount, TermUnit.Months) : new Term(decimal.Round(amount * DaysPerMonth), TermUnit.Days);
        if (words.StartsWith("tuần", StringComparison.Ordinal))
            return decimal.IsInteger(amount) ? new Term(amount, TermUnit.Weeks) : new Term(decimal.Ceiling(amount * 7), TermUnit.Days);
        if (words.StartsWith("năm", StringComparison.Ordinal))
            return new Term(decimal.Round(amount * 12), TermUnit.Months);
        return new Term(words.StartsWith("phút", StringComparison.Ordinal) ? amount / MinutesPerHour : amount, TermUnit.WorkingHours);
    }

    private static bool IsDateOrReference(string text, Match match)
    {
        var before = text[Math.Max(0, match.Index - LookBack)..match.Index].TrimEnd(' ', '(');
        if (DateOrReferenceBefore().IsMatch(before))
            return true;
        // “sau 15 giờ cùng ngày”, “trước 11 giờ 30”: an hour of the day, not a term.
        var unit = match.Groups["unit"].Value;
        if (unit.StartsWith("giờ", StringComparison.OrdinalIgnoreCase) && ClockBefore().IsMatch(before))
            return !AfterReceipt().IsMatch(text[(match.Index + match.Length)..]);
        return false;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d/.,:])(?<number>" + VietnameseNumber.Pattern + @")(?:\s*(?:-|–|—|đến|tới|hoặc)\s*(?<upper>"
        + VietnameseNumber.Pattern + @"))?\s*(?:\([^()]{1,20}\)\s*)?"
        + @"(?<unit>ngày\s+làm\s+việc|ngày|giờ\s+làm\s+việc|giờ\s+hành\s+chính|giờ|tiếng|phút|tháng|tuần(?:\s+làm\s+việc)?|năm(?!\s*\d))(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:^|[^\p{L}])(?:ngày|tháng|năm|quý|điều|khoản|điểm|mục|số|thứ|bước|mẫu|tuổi|đủ)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateOrReferenceBefore();

    [GeneratedRegex(@"(?:^|[^\p{L}])(?:sau|trước|lúc|hồi|đến|(?<!kể )từ)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClockBefore();

    [GeneratedRegex(@"^\s*(?:làm việc\s*)?,?\s*(?:kể từ|khi|sau khi)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterReceipt();

    [GeneratedRegex(@"ngày làm việc (?:tiếp theo|kế tiếp|liền kề)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextWorkingDay();

    [GeneratedRegex(
        @"(?:ngay\s+)?trong\s+(?:cùng\s+)?(?:ngày|buổi)(?!\s*\d)(?:\s+làm\s+việc)?|(?:giải quyết|trả kết quả|trả|cấp|thực hiện|xử lý)\s+ngay|^ngay(?!\p{L})|ngay (?:sau )?khi (?:tiếp )?nhận",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SameDay();

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d+)?(?:\s*[-–]\s*\d{1,3})?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareNumber();
}
