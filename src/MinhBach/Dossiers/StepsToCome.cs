using MinhBach.Bpmn;

namespace MinhBach.Dossiers;

/// <summary>The steps that may still come: those reachable from where the dossier stands, in the order of the process.</summary>
internal static class StepsToCome
{
    public static IReadOnlyList<string> Of(ProcessModel process, Dossier dossier)
    {
        if (dossier.Status.IsClosed()) return [];
        if (dossier.Process.Status == ProcessStatus.NotStarted) return [.. process.Steps.Select(step => step.Name)];
        var done = dossier.Done.Select(step => step.Node).ToHashSet(StringComparer.Ordinal);
        var open = dossier.Open.Values.Select(step => step.Node).ToHashSet(StringComparer.Ordinal);
        var last = -1;
        for (var i = 0; i < process.Steps.Count; i++)
        {
            if (open.Contains(process.Steps[i].Id)) last = i;
        }

        return [.. process.Steps.Skip(last + 1).Where(step => !open.Contains(step.Id) && !done.Contains(step.Id)).Select(step => step.Name)];
    }
}
