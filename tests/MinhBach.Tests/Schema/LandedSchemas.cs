namespace MinhBach.Tests.Schema;

/// <summary>
/// The schemas that ever stood on the main line, in the order in which they landed: what each commit added. Kept samples of
/// them lie in <c>Samples/</c>, named after the last change they have.
/// </summary>
internal static class LandedSchemas
{
    private static readonly string[][] Steps =
    [
        ["0001_kernel"],
        ["0010_organization", "0020_accounts"],
        ["0030_procedures"],
        ["0040_dossiers"],
        ["0041_draft_dossier"],
        ["0060_demo_city"],
        ["0060_monitoring"],
        ["0061_api_tokens"],
        ["0042_dossier_watch"],
        ["0062_desk_hours", "0063_account_keys"],
        ["0064_journal_months"],
        ["0065_history"],
        ["0066_reminders", "0067_imported_logs", "0068_integrity"],
        ["0069_public_log"],
        ["0070_boundaries"],
        ["0071_closed_cases"],
        ["0073_notifications"],
        ["0074_task_procedure"],
        ["0075_task_indexes"],
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Steps.Select(step => step[^1])];

    public static IReadOnlyList<string> Changes(string name) => [.. Steps.Take(Names.ToList().IndexOf(name) + 1).SelectMany(step => step)];
}
