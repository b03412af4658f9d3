namespace MinhBach.Monitoring;

/// <summary>Counts classified dossiers and holds the sum to the identity of form 07.</summary>
internal sealed class Tally
{
    private readonly int[] counts = new int[Enum.GetValues<Figure>().Length];
    private int firstDueMet;
    private int firstDueMissed;

    public void Add(Classified dossier)
    {
        if (dossier.Entered is { } entered) counts[(int)entered]++;
        if (dossier.AtEnd is { } place) counts[(int)place]++;
        if (dossier.FirstDueMet is not { } met) return;
        if (met) firstDueMet++;
        else firstDueMissed++;
    }

    public void Add(Tally other)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        firstDueMet += other.firstDueMet;
        firstDueMissed += other.firstDueMissed;
    }

    /// <exception cref="InvalidOperationException">What came in is not what is somewhere: no figure may be published.</exception>
    public OnTimeFigures Sum()
    {
        var figures = new OnTimeFigures
        {
            Received = counts[(int)Figure.Received],
            CarriedOver = counts[(int)Figure.CarriedOver],
            DoneEarly = counts[(int)Figure.DoneEarly],
            DoneOnTime = counts[(int)Figure.DoneOnTime],
            DoneLate = counts[(int)Figure.DoneLate],
            DoneUntimed = counts[(int)Figure.DoneUntimed],
            PendingInTime = counts[(int)Figure.PendingInTime],
            PendingOverdue = counts[(int)Figure.PendingOverdue],
            Waiting = counts[(int)Figure.Waiting],
            Left = counts[(int)Figure.Left],
            NotAccepted = counts[(int)Figure.NotAccepted],
            FirstDueMet = firstDueMet,
            FirstDueMissed = firstDueMissed,
        };
        var came = figures.Received + figures.CarriedOver;
        var are = figures.Done + figures.Pending + figures.Waiting + figures.Left;
        return came == are ? figures : throw new InvalidOperationException($"{came} dossiers came into the period, {are} are found at its end.");
    }
}
