using System.ComponentModel;
using NodaTime;

namespace MinhBach.Dossiers.Api;

/// <summary>Why.</summary>
internal sealed record ReasonBody([property: Description("Lý do, bắt buộc.")] string Reason);

/// <summary>Everything that is missing, at once.</summary>
internal sealed record MissingBody([property: Description("Mọi giấy tờ còn thiếu, nêu một lần.")] List<string> Items, string Reason);

/// <summary>The papers that were asked for.</summary>
internal sealed record PapersBody(List<SuppliedPaper> Papers);

/// <summary>A paper supplied later.</summary>
internal sealed record SuppliedPaper(string Key, string Name, PaperForm Form = PaperForm.Original, int Count = 1);

/// <summary>What was done in a step.</summary>
internal sealed record CompleteBody([property: Description("Hướng đi khi quy trình rẽ nhánh.")] string? Choice = null, string? Note = null);

/// <summary>To whom a step goes.</summary>
internal sealed record HandOverBody(long Unit, long? Person = null, string? Reason = null);

/// <summary>Back to an earlier step.</summary>
internal sealed record SendBackBody(string ToNode, string Reason);

/// <summary>A question to another agency.</summary>
internal sealed record OpinionBody([property: Description("Mã cơ quan được hỏi.")] string Agency, string Question, int WorkingDays);

/// <summary>The answer of the asked agency.</summary>
internal sealed record AnswerBody(string Answer);

/// <summary>The new due date.</summary>
internal sealed record ExtendBody(LocalDate NewDate, [property: Description("Lý do chậm, ghi trong thư xin lỗi.")] string Reason);

/// <summary>A payment that the work depends on.</summary>
internal sealed record PaymentBody(long AmountDong, string Purpose);

/// <summary>How the result was handed over.</summary>
internal sealed record ReturnBody(string Method);
