using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>Counts while the simulation runs, and forgets what is closed.</summary>
internal sealed class Tally
{
    private readonly HashSet<Life> alive = [];
    private readonly HashSet<Life> decided = [];
    private int handedIn;
    private int online;
    private int inTime;
    private int late;
    private int asked;
    private int extended;
    private int withdrawn;

    public void Note(Life life)
    {
        if (!life.Counted)
        {
            life.Counted = true;
            handedIn++;
            if (life.Want.Channel == Procedures.Channel.Online) online++;
            alive.Add(life);
        }

        if (life.Decided && decided.Add(life))
        {
            if (life.DecidedInTime) inTime++;
            else late++;
        }

        if (!life.Closed || !alive.Remove(life)) return;
        decided.Remove(life);
        Leave(life);
    }

    public DemoCitySummary Summary(Simulation simulation, Instant until, TimeSpan elapsed)
    {
        foreach (var life in alive) Leave(life);
        var open = alive.Where(life => !life.Decided).ToList();
        return new(
            handedIn,
            simulation.Commands,
            inTime + late == 0 ? 1 : (double)inTime / (inTime + late),
            handedIn == 0 ? 0 : (double)online / handedIn,
            asked,
            extended,
            withdrawn,
            open.Count,
            open.Count(life => !life.Waiting && life.Due < until),
            simulation.Broken,
            elapsed);
    }

    private void Leave(Life life)
    {
        if (life.WasAsked) asked++;
        if (life.WasExtended) extended++;
        if (life.Withdrawn) withdrawn++;
    }
}
