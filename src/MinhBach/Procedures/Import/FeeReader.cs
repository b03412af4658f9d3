using System.Globalization;
using System.Text.RegularExpressions;

namespace MinhBach.Procedures.Import;

/// <summary>Reads fees: “20,000 VNĐ(20.000 đồng/lần)”, “Phí : 2.000.000 Đồng (…)”, “Miễn phí(Không có)”.</summary>
internal static partial class FeeReader
{
    // No fee in force is below this: “20 VNĐ” on the portal means thousands.
    private const long SmallestFee = 500;

    /// <summary>One fee from its cell and the note beside it; the second value says what is unclear.</summary>
    public static (ProcedureFee? Fee, string? Unclear) Read(string cell, string? note)
    {
        var clean = PortalText.Clean(cell);
        var condition = PortalText.SaysNothing(note) ? null : PortalText.Clean(note);
        var text = condition is null ? clean : $"{clean} ({condition})";
        if (Free().IsMatch(clean))
            return FreeOfCharge(text, condition);
        if (PortalText.SaysNothing(clean) || clean.Length == 0)
            return condition is null ? (null, null) : (new ProcedureFee(condition, null, UnitOf(condition), null, true), null);

        var amount = AmountCell().Match(clean);
        if (!amount.Success)
            return (new ProcedureFee(text, null, null, condition, true), $"không đọc được số tiền");
        if (!IsDong(amount.Groups["currency"].Value))
            return (new ProcedureFee(text, null, amount.Groups["currency"].Value, condition, true), null);
        if (Dong(amount.Groups["number"].Value) is not { } dong)
            return (new ProcedureFee(text, null, null, condition, true), "không đọc được số tiền");
        if (dong is 0 or >= SmallestFee)
            return (new ProcedureFee(text, dong, UnitOf(condition ?? ""), condition, true), null);
        return Mentions(condition, dong * 1000)
            ? (new ProcedureFee(text, dong * 1000, UnitOf(condition ?? ""), condition, true), "ô ghi nghìn đồng, ghi chú ghi đồng: lấy theo ghi chú")
            : (new ProcedureFee(text, null, null, condition, true), $"số tiền {dong} đồng quá nhỏ, có thể là nghìn đồng");
    }

    /// <summary>Whether a note speaks of this amount of đồng.</summary>
    public static bool Mentions(string? note, long dong) =>
        note is not null && AmountInText().Matches(note).Any(match => Dong(match.Groups["number"].Value) == dong);

    /// <summary>Đồng from “20,000”, “2.000.000” or “20000”; null when the groups are not groups of three.</summary>
    public static long? Dong(string number)
    {
        var trimmed = number.Trim().TrimEnd('.', ',');
        if (!Grouped().IsMatch(trimmed))
            return null;
        var digits = trimmed.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) ? dong : null;
    }

    private static (ProcedureFee Fee, string? Unclear) FreeOfCharge(string text, string? condition)
    {
        // The portal prints “Miễn phí” wherever no amount was typed, also where the note names a schedule of fees.
        if (condition is null || SaysFree().IsMatch(condition) || !SpeaksOfCharges().IsMatch(condition))
            return (new ProcedureFee(text, 0, null, condition, true), null);
        return (new ProcedureFee(text, null, UnitOf(condition), condition, true), "ô ghi miễn phí nhưng ghi chú nói có mức thu");
    }

    private static bool IsDong(string currency) =>
        !currency.Equals("USD", StringComparison.OrdinalIgnoreCase) && !currency.Equals("EUR", StringComparison.OrdinalIgnoreCase);

    private static string? UnitOf(string text) =>
        PerUnit().Match(text) is { Success: true } match ? match.Groups["unit"].Value.Trim() : null;

    [GeneratedRegex(@"^(?:(?:Phí|Lệ phí)\s*:?\s*)?(?:Miễn phí|Miễn lệ phí|Không\s*(?:Đồng)?|o Đồng|Không thu)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Free();

    [GeneratedRegex(@"^(?:(?:Phí|Lệ phí)\s*:?\s*)?(?<number>\d[\d.,]*)\s*(?<currency>VNĐ|Việt Nam Đồng|Đồng|USD|EUR|đ)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmountCell();

    [GeneratedRegex(@"(?<![\d.,])(?<number>\d[\d.,]*)\s*(?:đồng|vnđ|vnd|đ)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmountInText();

    [GeneratedRegex(@"^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?:đồng|vnđ|đ)\s*/\s*(?<unit>\d*\s*[\p{L}]+(?:\s+\p{L}+){0,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerUnit();

    [GeneratedRegex(@"^\W*(?:không(?:\W*$|\s+(?:có|quy định|thu|phải|mất))|chưa quy định|miễn|- miễn)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaysFree();

    [GeneratedRegex(@"mức|biểu|thông tư|nghị quyết|hội đồng nhân dân|theo quy định|\d\s*(?:đồng|đ|vnđ)(?!\p{L})|ủy ban nhân dân|giá dịch vụ|%", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpeaksOfCharges();
}
