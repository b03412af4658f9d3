namespace MinhBach.Mining.Imported;

/// <summary>What the pages of other systems' logs need.</summary>
internal sealed record ImportedRoom(ImportedLogs Logs, ImportedSight Sight)
{
    /// <summary>What is shown of a system; null when there is none of this name, or nothing of it yet.</summary>
    public async Task<ImportedLog?> FindAsync(string slug, CancellationToken cancellation) =>
        await Logs.SourceAsync(slug, cancellation) is { HasCases: true } source ? await Logs.OfAsync(source) : null;
}
