using MinhBach.Accounts;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Mining.Imported;

/// <summary>
/// What of another system's log somebody may read. Its persons are not the city's: who oversees the city sees them by name, and cases by
/// their id; everybody else sees numbers in their place.
/// </summary>
internal sealed class ImportedSight(CurrentUser user, Words words)
{
    /// <summary>Whether names and ids are shown.</summary>
    public bool SeesNames => user.Scope.WholeCity;

    /// <summary>Whether the asker may bring a log in.</summary>
    public bool MayImport => user.HasRole(PostRole.HomeAffairs) || user.HasRole(PostRole.Administrator);

    public string Case(ImportedLine line) => SeesNames ? line.Key : words["Vụ việc số {0}", line.Place + 1];

    /// <summary>A person of the log: the one number for all places where the name stands.</summary>
    public string Person(ImportedLog log, string name)
    {
        if (SeesNames) return name;
        var (people, others) = (log.Report.Map.Names.Resources, OthersOf(log));
        var number = people.Find(name) is var known && known >= 0 ? known : people.Count + Math.Max(0, others?.Find(name) ?? 0);
        return words["Người {0}", number + 1];
    }

    /// <summary>What a value of an attribute is called.</summary>
    public string Value(ImportedLog log, int part, int value)
    {
        if (value < 0) return words["(không ghi)"];
        var name = log.Values[part][value];
        return name.Length == 0 ? words["(để trống)"] : IsPerson(log, part) ? Person(log, name) : name;
    }

    /// <summary>What a list is about.</summary>
    public string? Told(ImportedLog log, ImportedFilter filter) => filter switch
    {
        { Part: { } part } => Value(log, part, filter.Value),
        { Activity: { } activity } => log.Report.Map.Names.Activities[activity],
        { Month: { } month } => Month(month),
        _ => null,
    };

    public static string Month(int month) => System.FormattableString.Invariant($"{month % 100:00}/{month / 100}");

    /// <summary>What an attribute is for.</summary>
    public string Title(ImportedLog log, int part)
    {
        var (cases, attribute) = (log.Source.Map.Cases, log.Source.Map.Parts[part]);
        return words[attribute == cases.Department ? "Theo đơn vị phụ trách" : attribute == cases.Channel ? "Theo cách nộp" : "Theo người phụ trách"];
    }

    private static bool IsPerson(ImportedLog log, int part) => log.Source.Map.Parts[part] == log.Source.Map.Cases.Person;

    // Who answers for a case need not have done anything in it.
    private static ProcessMining.NameTable? OthersOf(ImportedLog log) =>
        Enumerable.Range(0, log.Values.Count).Where(part => IsPerson(log, part)).Select(part => log.Values[part]).FirstOrDefault();
}
