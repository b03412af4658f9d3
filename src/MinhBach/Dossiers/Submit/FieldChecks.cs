using System.Globalization;
using System.Text.RegularExpressions;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Looks at what was typed into a field of a form; every message says what to do.</summary>
internal static partial class FieldChecks
{
    private const int TextLength = 200;
    private const int LongTextLength = 4000;

    /// <summary>What is wrong with an answer, as a sentence for the words with its values; null when it is right.</summary>
    public static (string Sentence, object[] Values)? Of(FormField field, string value, LocalDate today)
    {
        if (value.Length == 0)
            return !field.Required ? null : field.Kind is FormFieldKind.Choice or FormFieldKind.YesNo ? ("Chọn “{0}”.", [field.Label]) : ("Nhập “{0}”.", [field.Label]);
        var most = field.MaxLength ?? (field.Kind == FormFieldKind.LongText ? LongTextLength : TextLength);
        if (value.Length > most) return ("“{0}” dài quá {1} ký tự. Hãy viết ngắn lại.", [field.Label, most]);
        return field.Kind switch
        {
            FormFieldKind.Date => VietnameseFormats.ReadDate(value) is null ? ("Nhập “{0}” theo dạng ngày/tháng/năm, ví dụ 02/09/2026.", [field.Label]) : null,
            FormFieldKind.Number => NumberOf(value) is null ? ("Nhập “{0}” bằng số, ví dụ 1.234,5.", [field.Label]) : null,
            FormFieldKind.Choice => field.Choices.Contains(value) ? null : ("Chọn “{0}” trong các mục đã cho.", [field.Label]),
            FormFieldKind.YesNo => value is "yes" or "no" ? null : ("Chọn “{0}”.", [field.Label]),
            FormFieldKind.Phone => IsPhone(value) ? null : (PhoneAdvice, []),
            FormFieldKind.Email => IsEmail(value) ? null : (EmailAdvice, []),
            FormFieldKind.NationalId => IsNationalId(value) ? null : (NationalIdAdvice, []),
            FormFieldKind.Text or FormFieldKind.LongText or FormFieldKind.Address => null,
        };
    }

    public const string PhoneAdvice = "Nhập số điện thoại bắt đầu bằng 0 hoặc +84, ví dụ 0912 345 678.";
    public const string EmailAdvice = "Nhập địa chỉ thư điện tử đầy đủ, ví dụ ten@vidu.vn.";
    public const string NationalIdAdvice = "Nhập đủ 12 chữ số của số định danh cá nhân (số căn cước).";

    public static bool IsPhone(string value) => Phone().IsMatch(Squeezed(value));

    public static bool IsEmail(string value) => Email().IsMatch(value);

    public static bool IsNationalId(string value) => NationalId().IsMatch(Squeezed(value));

    public static bool IsTaxCode(string value) => TaxCode().IsMatch(Squeezed(value));

    /// <summary>Without the spaces and dots that people set between figures.</summary>
    public static string Squeezed(string value) => value.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Trim();

    private static decimal? NumberOf(string value) =>
        decimal.TryParse(value, NumberStyles.Number, VietnameseFormats.Culture, out var number) ? number : null;

    [GeneratedRegex(@"^(0|\+84)\d{8,10}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^\d{12}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NationalId();

    [GeneratedRegex(@"^(\d{10}(-?\d{3})?|\d{12})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TaxCode();
}
