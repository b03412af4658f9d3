namespace MinhBach.Procedures.Process;

/// <summary>A step of a template: its share of the whole term instead of hours.</summary>
internal sealed record StepPlan(string Key, string Name, string Role, string Unit, decimal Share, string Output, string? Description = null);

/// <summary>Shares a term's working hours out over the steps of a template.</summary>
internal static class StepPlanner
{
    /// <summary>Every step gets something; together they take exactly the term.</summary>
    public static IReadOnlyList<StepRow> Plan(IReadOnlyList<StepPlan> plan, decimal hours)
    {
        var grain = Grain(hours, plan.Count);
        var shares = plan.Sum(step => step.Share);
        var taken = plan.Select(step => Math.Max(grain, Math.Floor(hours * step.Share / shares / grain) * grain)).ToArray();
        var heaviest = Array.IndexOf(taken, taken.Max());
        taken[heaviest] += hours - taken.Sum();
        return [.. plan.Select((step, index) => new StepRow(step.Key, step.Name, step.Role, step.Unit, taken[index], step.Output, step.Description))];
    }

    // Half hours where the term allows; ever finer where it does not.
    private static decimal Grain(decimal hours, int steps)
    {
        decimal[] grains = [0.5m, 0.25m, 0.05m, 0.01m];
        return Array.Find(grains, grain => hours >= grain * steps * 2) is > 0 and var found ? found : 0.001m;
    }
}
