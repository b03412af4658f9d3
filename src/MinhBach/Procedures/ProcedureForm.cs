namespace MinhBach.Procedures;

/// <summary>What an applicant fills in, section by section.</summary>
public sealed record ProcedureForm(IReadOnlyList<FormSection> Sections)
{
    /// <summary>The form of a procedure for which none was authored: what is asked for, in the applicant's words.</summary>
    public static ProcedureForm Default { get; } = new(
    [
        new FormSection("Nội dung đề nghị",
        [
            new FormField("request", "Nội dung đề nghị giải quyết", FormFieldKind.LongText, Required: true,
                Hint: "Nêu ngắn gọn anh, chị đề nghị cơ quan giải quyết việc gì.", Choices: [], MaxLength: 2000),
        ]),
    ]);
}

public sealed record FormSection(string Title, IReadOnlyList<FormField> Fields);

/// <summary>A field of a form. <paramref name="Key"/> is unique in its form; MaxLength is in characters.</summary>
public sealed record FormField(
    string Key,
    string Label,
    FormFieldKind Kind,
    bool Required,
    string? Hint,
    IReadOnlyList<string> Choices,
    int? MaxLength);

public enum FormFieldKind { Text, LongText, Date, Number, Choice, Phone, Email, NationalId, Address, YesNo }
