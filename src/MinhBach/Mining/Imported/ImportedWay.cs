using MinhBach.ProcessMining;

namespace MinhBach.Mining.Imported;

/// <summary>The way of one case, for its chance to be late.</summary>
/// <param name="Dates">Its dates, as stated.</param>
/// <param name="Steps">What was completed in it, in the order of time.</param>
internal sealed record ImportedWay(CaseDates Dates, IReadOnlyList<ImportedStep> Steps)
{
    /// <summary>Reads a case; steps that came after its end are left out.</summary>
    public static ImportedWay Of(LogCase found, CaseDates dates)
    {
        var steps = new List<ImportedStep>(found.Events.Length);
        foreach (ref readonly var happened in found.Events)
        {
            if (happened.Lifecycle != LogLifecycle.Complete || !happened.HasTime) continue;
            if (dates.Done is { } done && happened.At > done) continue;
            steps.Add(new(happened.Activity, happened.Unit >= 0 ? happened.Unit : happened.Resource, happened.At.ToUnixTimeSeconds()));
        }

        return new(dates, steps);
    }
}

/// <summary>A step of a case: which, whose (the unit, or the person where no unit is told), and when in seconds.</summary>
internal readonly record struct ImportedStep(int Activity, int Desk, long At);
