namespace MinhBach.Dossiers;

/// <summary>A kind of file that people may hand in: what it is called, how its name ends, how it is served.</summary>
internal sealed record FileKind(string Name, string MediaType, params string[] Extensions)
{
    public static readonly FileKind Pdf = new("PDF", "application/pdf", ".pdf");
    public static readonly FileKind Jpeg = new("JPG", "image/jpeg", ".jpg", ".jpeg");
    public static readonly FileKind Png = new("PNG", "image/png", ".png");

    // What a phone's camera makes unless it was told otherwise.
    public static readonly FileKind Heic = new("HEIC", "image/heic", ".heic", ".heif");
    public static readonly FileKind Docx = new("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileKind Xlsx = new("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly FileKind Odt = new("ODT", "application/vnd.oasis.opendocument.text", ".odt");

    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Jpeg, Png, Heic, Docx, Xlsx, Odt];

    /// <summary>For the accept attribute of a file field.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(kind => kind.Extensions));

    /// <summary>For sentences: PDF, JPG, PNG …</summary>
    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.Name));
}
