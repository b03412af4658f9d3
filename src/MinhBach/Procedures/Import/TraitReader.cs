namespace MinhBach.Procedures.Import;

/// <summary>Levels and audiences from the words of the catalogue.</summary>
internal static class TraitReader
{
    private static readonly (string Words, ProcedureLevel Level)[] LevelWords =
    [
        ("cấp bộ", ProcedureLevel.Central), ("trung ương", ProcedureLevel.Central),
        ("cấp tỉnh", ProcedureLevel.Province), ("cấp huyện", ProcedureLevel.District),
        ("cấp xã", ProcedureLevel.Commune), ("cơ quan khác", ProcedureLevel.Other),
    ];

    private static readonly (string Words, Audience Audience)[] AudienceWords =
    [
        ("công dân việt nam", Audience.Citizen), ("người việt nam định cư", Audience.Citizen),
        ("người nước ngoài", Audience.Foreigner), ("tổ chức nước ngoài", Audience.Foreigner),
        ("doanh nghiệp việt nam", Audience.Enterprise), ("doanh nghiệp có vốn", Audience.Enterprise), ("hợp tác xã", Audience.Enterprise),
        ("tổ chức (không bao gồm doanh nghiệp, htx)", Audience.Organization), ("tổ chức đảng", Audience.Organization),
        ("cán bộ, công chức", Audience.StateAgency), ("cơ quan nhà nước", Audience.StateAgency),
        ("đảng viên", Audience.Other),
    ];

    public static IReadOnlyList<ProcedureLevel> Levels(string? text)
    {
        var words = PortalText.Clean(text).ToLowerInvariant();
        return [.. LevelWords.Where(pair => words.Contains(pair.Words, StringComparison.Ordinal)).Select(pair => pair.Level).Distinct().Order()];
    }

    public static IReadOnlyList<Audience> Audiences(string? text)
    {
        var words = PortalText.Clean(text).ToLowerInvariant();
        var found = AudienceWords.Where(pair => words.Contains(pair.Words, StringComparison.Ordinal)).Select(pair => pair.Audience);
        // “Doanh nghiệp” also stands inside “không bao gồm doanh nghiệp”.
        if (words.Split(", ").Contains("doanh nghiệp", StringComparer.Ordinal))
            found = found.Append(Audience.Enterprise);
        return [.. found.Distinct().Order()];
    }
}
