using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Monitoring.Reports;

/// <summary>
/// Form 07 of TT 09/2026/TT-BTP: what agencies received and settled in a period, by field. A preset on the definitions of
/// <see cref="OnTime"/>: what waits for the applicant counts as being worked on in time, what was done without a term as on time, and
/// what was withdrawn or stopped as settled, so that every dossier stands in one column. Safe for many threads.
/// </summary>
public sealed class Form07
{
    private readonly FactShelf shelf;
    private readonly OrganizationLookup organization;

    internal Form07(FactShelf shelf, OrganizationLookup organization) => (this.shelf, this.organization) = (shelf, organization);

    /// <summary>Fills in the form.</summary>
    /// <param name="period">Open dossiers are looked at at the end of its last day.</param>
    /// <param name="without">Ids of dossiers that do not count; null for none.</param>
    /// <exception cref="InvalidOperationException">The columns do not add up: nothing may be published.</exception>
    public Form07Report Of(ReportingPeriod period, IReadOnlySet<long>? without = null)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (from, end) = (Day.Of(period.From), Day.Of(period.To));
        var (city, communes) = (new Dictionary<string, Form07Tally>(StringComparer.Ordinal), new Dictionary<string, Form07Tally>(StringComparer.Ordinal));
        var map = organization.Current;
        foreach (ref readonly var fact in shelf.Current)
        {
            var classified = Classified.Of(fact, from, end);
            if (classified.Entered is null || without?.Contains(fact.Id) == true) continue;
            var part = map.FindAgency(new(fact.Agency))?.Level == AgencyLevel.Commune ? communes : city;
            if (!part.TryGetValue(fact.Field, out var tally)) part.Add(fact.Field, tally = new());
            tally.Add(fact, classified);
        }

        return new(period, Rows(city), Rows(communes));
    }

    /// <summary>One line over dossiers, wherever they come from.</summary>
    internal static Form07Row Line(IEnumerable<DossierFact> facts, ReportingPeriod period)
    {
        var (from, end) = (Day.Of(period.From), Day.Of(period.To));
        var tally = new Form07Tally();
        foreach (var fact in facts)
        {
            var classified = Classified.Of(fact, from, end);
            if (classified.Entered is not null) tally.Add(fact, classified);
        }

        return tally.Row("");
    }

    private static List<Form07Row> Rows(Dictionary<string, Form07Tally> part) =>
        [.. part.OrderBy(row => row.Key, StringComparer.Create(Shell.VietnameseFormats.Culture, ignoreCase: false)).Select(row => row.Value.Row(row.Key))];

    private sealed class Form07Tally
    {
        private readonly int[] ways = new int[Enum.GetValues<Way>().Length];
        private int carriedOver;
        private int early;
        private int onTime;
        private int late;
        private int inTime;
        private int overdue;
        private int left;

        public void Add(in DossierFact fact, Classified classified)
        {
            if (classified.Entered == Figure.CarriedOver) carriedOver++;
            else ways[(int)fact.Way]++;
            switch (classified.AtEnd)
            {
                case Figure.DoneEarly:
                    early++;
                    break;
                case Figure.DoneOnTime or Figure.DoneUntimed:
                    onTime++;
                    break;
                case Figure.DoneLate:
                    late++;
                    break;
                case Figure.PendingInTime or Figure.Waiting:
                    inTime++;
                    break;
                case Figure.PendingOverdue:
                    overdue++;
                    break;
                case Figure.Left:
                    left++;
                    if (fact.LeftOn > fact.DueAt(fact.LeftOn)) late++;
                    else onTime++;
                    break;
            }
        }

        public Form07Row Row(string field) => new Form07Row(
            field, ways[(int)Way.FullyOnline], ways[(int)Way.PartlyOnline], ways[(int)Way.Post], ways[(int)Way.Direct], carriedOver, early, onTime, late, inTime, overdue, left).Checked();
    }
}

/// <summary>The form, filled in.</summary>
/// <param name="Period">The period.</param>
/// <param name="City">Agencies of the city, by field.</param>
/// <param name="Communes">Wards and communes, by field.</param>
public sealed record Form07Report(ReportingPeriod Period, IReadOnlyList<Form07Row> City, IReadOnlyList<Form07Row> Communes)
{
    /// <summary>Both together.</summary>
    public Form07Row Total => Form07Row.Sum("", [.. City, .. Communes]);
}

/// <summary>A line of the form. The numbers are those of its columns.</summary>
/// <param name="Field">(2) Field (lĩnh vực).</param>
/// <param name="FullyOnline">(4) Received in the period, fully online.</param>
/// <param name="PartlyOnline">(5) Partly online.</param>
/// <param name="Post">(6) By public post.</param>
/// <param name="Direct">(7) At the desk.</param>
/// <param name="CarriedOver">(8) Carried over from the period before.</param>
/// <param name="Early">(10) Settled before the due date.</param>
/// <param name="OnTime">(11) Settled on it.</param>
/// <param name="Late">(12) Settled after it.</param>
/// <param name="InTime">(14) Being worked on, in time.</param>
/// <param name="Overdue">(15) Being worked on, overdue.</param>
/// <param name="Left">How many of the settled were withdrawn or stopped; no column of the form.</param>
public sealed record Form07Row(
    string Field, int FullyOnline, int PartlyOnline, int Post, int Direct, int CarriedOver, int Early, int OnTime, int Late, int InTime, int Overdue, int Left)
{
    /// <summary>(3) All that came.</summary>
    public int Received => FullyOnline + PartlyOnline + Post + Direct + CarriedOver;

    /// <summary>(9) Settled.</summary>
    public int Settled => Early + OnTime + Late;

    /// <summary>(13) Being worked on.</summary>
    public int Open => InTime + Overdue;

    /// <summary>Columns 3 to 15 in their order.</summary>
    public IReadOnlyList<int> Columns => [Received, FullyOnline, PartlyOnline, Post, Direct, CarriedOver, Settled, Early, OnTime, Late, Open, InTime, Overdue];

    /// <summary>Points of group 2 of QĐ 766/QĐ-TTg: 20 times the share that is settled by its date or still in time; null when nothing came.</summary>
    public double? Progress => Received == 0 ? null : 20.0 * (Early + OnTime + InTime) / Received;

    /// <summary>Lines added up.</summary>
    public static Form07Row Sum(string field, IReadOnlyCollection<Form07Row> rows) => new Form07Row(
        field, rows.Sum(row => row.FullyOnline), rows.Sum(row => row.PartlyOnline), rows.Sum(row => row.Post), rows.Sum(row => row.Direct), rows.Sum(row => row.CarriedOver),
        rows.Sum(row => row.Early), rows.Sum(row => row.OnTime), rows.Sum(row => row.Late), rows.Sum(row => row.InTime), rows.Sum(row => row.Overdue), rows.Sum(row => row.Left)).Checked();

    internal Form07Row Checked() => Received == Settled + Open
        ? this
        : throw new InvalidOperationException($"Form 07, {Field}: {Received} dossiers came, {Settled} are settled and {Open} open.");
}
