using MinhBach.Mining.Mapping;

namespace MinhBach.Mining.Wizard;

/// <summary>A map as the fields of a form.</summary>
internal sealed class WizardFields
{
    // A map's field to the form's, for messages beside it.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["source.name"] = nameof(SourceName),
        ["source.slug"] = nameof(Slug),
        ["zone"] = nameof(Zone),
        ["events.case"] = nameof(EventCase),
        ["events.activity"] = nameof(EventActivity),
        ["events.timestamp"] = nameof(EventTimestamp),
        ["events.resource"] = nameof(EventResource),
        ["events.unit"] = nameof(EventUnit),
        ["events.lifecycle"] = nameof(EventLifecycle),
        ["cases.due"] = nameof(CaseDue),
        ["cases.done"] = nameof(CaseDone),
        ["cases.start"] = nameof(CaseStart),
        ["cases.department"] = nameof(CaseDepartment),
        ["cases.channel"] = nameof(CaseChannel),
        ["cases.person"] = nameof(CasePerson),
    };

    public string? SourceName { get; set; }

    public string? Slug { get; set; }

    public string? Zone { get; set; }

    public string? EventCase { get; set; }

    public string? EventActivity { get; set; }

    public string? EventTimestamp { get; set; }

    public string? EventResource { get; set; }

    public string? EventUnit { get; set; }

    public string? EventLifecycle { get; set; }

    public string? CaseDue { get; set; }

    public string? CaseDone { get; set; }

    public string? CaseStart { get; set; }

    public string? CaseDepartment { get; set; }

    public string? CaseChannel { get; set; }

    public string? CasePerson { get; set; }

    public static WizardFields Of(LogMap map) => new()
    {
        SourceName = map.Source.Name,
        Slug = map.Source.Slug,
        Zone = map.Zone,
        EventCase = map.Events.Case,
        EventActivity = map.Events.Activity,
        EventTimestamp = map.Events.Timestamp,
        EventResource = map.Events.Resource,
        EventUnit = map.Events.Unit,
        EventLifecycle = map.Events.Lifecycle,
        CaseDue = map.Cases.Due,
        CaseDone = map.Cases.Done,
        CaseStart = map.Cases.Start,
        CaseDepartment = map.Cases.Department,
        CaseChannel = map.Cases.Channel,
        CasePerson = map.Cases.Person,
    };

    /// <summary>The name of the form's field for a map's field; empty for what is not in the form.</summary>
    public static string NameOf(string field) => Names.TryGetValue(field, out var name) ? nameof(PreviewPage.Fields) + "." + name : "";

    /// <summary>The map with what the form says; what the form does not ask stays.</summary>
    public LogMap On(LogMap map) => map with
    {
        Source = new((SourceName ?? "").Trim(), (Slug ?? "").Trim()),
        Zone = (Zone ?? "").Trim(),
        Events = map.Events with { Case = Chosen(EventCase), Activity = Chosen(EventActivity), Timestamp = Chosen(EventTimestamp), Resource = Chosen(EventResource), Unit = Chosen(EventUnit), Lifecycle = Chosen(EventLifecycle) },
        Cases = new() { Due = Chosen(CaseDue), Done = Chosen(CaseDone), Start = Chosen(CaseStart), Department = Chosen(CaseDepartment), Channel = Chosen(CaseChannel), Person = Chosen(CasePerson) },
    };

    private static string? Chosen(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
