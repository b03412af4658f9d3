using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Monitoring;

/// <summary>How long a procedure really took over the last twelve months, for its public page.</summary>
internal sealed class ProcedureTrackRecord(OnTime measure, TimeProvider clock) : IProcedureTrackRecord
{
    public TrackRecord? For(ProcedureId procedure)
    {
        var year = ReportingPeriod.YearTo(clock.Today());
        var (seconds, met, withDue) = measure.Durations(procedure, year);
        return seconds.Length == 0
            ? null
            : new(seconds.Length, Hours(seconds, 0.5), Hours(seconds, 0.9), withDue == 0 ? 1 : met / (double)withDue, year.From);
    }

    // Nearest rank: a duration that some dossier really took.
    private static decimal Hours(long[] ordered, double share) => ordered[(int)Math.Ceiling(share * ordered.Length) - 1] / 3600m;
}
