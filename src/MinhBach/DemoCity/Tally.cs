namespace MinhBach.DemoCity;

/// <summary>Counts while the simulation runs, and forgets what is closed.</summary>
internal sealed class Tally
{
    private readonly HashSet<Life> alive = [];
    private int handedIn;
    private int online;
    private int asked;

    public void Note(Life life)
    {
        if (!life.Counted)
        {
            life.Counted = true;
            handedIn++;
            if (life.Want.Channel == Procedures.Channel.Online) online++;
            alive.Add(life);
        }

        if (life.Closed && alive.Remove(life)) Leave(life);
    }

    public DemoCitySummary Summary(Simulation simulation, TimeSpan elapsed)
    {
        foreach (var life in alive) Leave(life);
        return new(handedIn, simulation.Commands, handedIn == 0 ? 0 : (double)online / handedIn, asked, simulation.Broken, elapsed);
    }

    private void Leave(Life life)
    {
        if (life.WasAsked) asked++;
    }
}
