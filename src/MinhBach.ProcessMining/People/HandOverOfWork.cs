namespace MinhBach.ProcessMining;

/// <summary>
/// Who passes work to whom, between people and between units, and how many people a case meets. Folded from cases one at a time;
/// work passes from each completion to the next of the same case.
/// </summary>
/// <param name="names">The names that the cases' events refer to.</param>
public sealed class HandOverOfWork(LogNames names)
{
    private readonly SortedDictionary<int, long> _casesByPeople = [];
    private long[] _lastCase = [];

    /// <summary>Between people.</summary>
    public HandOverTable People { get; } = new(names.Resources);

    /// <summary>Between units.</summary>
    public HandOverTable Units { get; } = new(names.Units);

    /// <summary>All cases.</summary>
    public long Cases { get; private set; }

    /// <summary>Cases in which a step does not tell who did it: how many people they met is not known.</summary>
    public long CasesWithUnnamedSteps { get; private set; }

    /// <summary>Cases of two or more steps, all done by one person.</summary>
    public long OnePersonCases { get; private set; }

    /// <summary>Number of cases by the number of people who worked on them; only cases in which every step tells who did it, and that have a step.</summary>
    public IReadOnlyDictionary<int, long> CasesByPeople => _casesByPeople;

    /// <summary>Adds a case. The object is not kept.</summary>
    public void Add(LogCase happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Cases++;
        if (_lastCase.Length < names.Resources.Count)
            Array.Resize(ref _lastCase, names.Resources.Count * 2);
        var (steps, people, unnamed) = (0, 0, false);
        var (person, unit) = (-1, -1);
        foreach (ref readonly var step in happened.Events)
        {
            if (step.Lifecycle != LogLifecycle.Complete)
                continue;
            if (steps++ > 0)
            {
                People.Count(person, step.Resource);
                Units.Count(unit, step.Unit);
            }
            (person, unit) = (step.Resource, step.Unit);
            if (person < 0)
                unnamed = true;
            else if (_lastCase[person] != Cases)
            {
                _lastCase[person] = Cases;
                people++;
            }
        }
        if (unnamed)
            CasesWithUnnamedSteps++;
        else if (steps > 0)
            CountPeople(people, 1);
        if (!unnamed && steps > 1 && people == 1)
            OnePersonCases++;
    }

    /// <summary>Adds all that another was folded from. People and units are matched by name.</summary>
    public void Merge(HandOverOfWork other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Cases += other.Cases;
        CasesWithUnnamedSteps += other.CasesWithUnnamedSteps;
        OnePersonCases += other.OnePersonCases;
        People.Merge(other.People);
        Units.Merge(other.Units);
        foreach (var (people, cases) in other._casesByPeople)
            CountPeople(people, cases);
    }

    private void CountPeople(int people, long cases) =>
        _casesByPeople[people] = _casesByPeople.GetValueOrDefault(people) + cases;
}
