using System.Globalization;
using MinhBach.ProcessMining;

namespace MinhBach.Mining.Export;

/// <summary>In which format the city's own journal goes out.</summary>
public enum ExportFormat
{
    /// <summary>IEEE 1849 XES.</summary>
    Xes,

    /// <summary>OCEL 2.0 as JSON.</summary>
    Ocel,
}

/// <summary>
/// Writes the city's own journal as a log that other programs read. Dossiers and persons go out under made-up ids unless somebody asks
/// for the names in words; who applied is in none of them.
/// </summary>
public sealed class ExportLog
{
    private const string Dossier = "dossier";
    private const string Person = "person";
    private const string Unit = "unit";

    private readonly DossierLog log;

    internal ExportLog(DossierLog log) => this.log = log;

    /// <summary>Writes a log.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="format">In which format.</param>
    /// <param name="choice">Which dossiers.</param>
    /// <param name="names">What stands for the names.</param>
    /// <param name="cancellation">Stops between dossiers.</param>
    /// <returns>How many dossiers were written, and how many steps that ended.</returns>
    public (long Dossiers, long Steps) Write(Stream stream, ExportFormat format, DossierChoice choice, Pseudonyms names, CancellationToken cancellation = default)
    {
        var count = new Count();
        var writing = new LogWriting { Pseudonyms = names };
        switch (format)
        {
            case ExportFormat.Xes: WriteXes(stream, choice, writing, count, cancellation); break;
            case ExportFormat.Ocel: WriteOcel(stream, choice, writing, count, cancellation); break;
        }

        return (count.Dossiers, count.Steps);
    }

    private void WriteXes(Stream stream, DossierChoice choice, LogWriting writing, Count count, CancellationToken cancellation)
    {
        var names = new LogNames();
        XesWriter.Write(stream, names, Cases(), writing);

        IEnumerable<LogCase> Cases()
        {
            var written = new LogCase();
            foreach (var dossier in log.Cases(choice, cancellation))
            {
                count.Add(dossier);
                Put(dossier, names, written);
                yield return written;
            }
        }
    }

    private static void Put(DossierCase dossier, LogNames names, LogCase into)
    {
        into.Clear();
        into.Id = dossier.Code;
        foreach (var (name, value) in dossier.Attributes) into.Attributes[name] = value;
        foreach (var step in dossier.Steps)
        {
            into.Add(new(
                names.Activities.NumberOf(step.Name), step.Person is null ? -1 : names.Resources.NumberOf(step.Person), names.Units.NumberOf(step.Unit),
                step.IsStart ? LogLifecycle.Start : LogLifecycle.Complete, step.At.ToUnixTimeTicks()));
        }
    }

    // The objects stand before the events and the types before both: the journal is read three times.
    private void WriteOcel(Stream stream, DossierChoice choice, LogWriting writing, Count count, CancellationToken cancellation)
    {
        var (activities, people, units) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var dossier in log.Cases(choice, cancellation))
        {
            count.Add(dossier);
            foreach (var step in dossier.Steps)
            {
                activities.Add(step.Name);
                units.Add(step.Unit);
                if (step.Person is { } person) people.Add(person);
            }
        }

        OcelJsonWriter.Write(
            stream,
            [new(Dossier, [.. new[] { "start", "due", "done", "end", "procedure", "field", "department", "channel" }.Select(Text)]), new(Person, []), new(Unit, [Text("name")])],
            activities.Select(name => new ObjectLogType(name, [Text("org:resource"), Text("org:group"), Text("lifecycle:transition")])),
            Objects(), Events(), writing);

        IEnumerable<ObjectLogObject> Objects()
        {
            foreach (var dossier in log.Cases(choice, cancellation))
            {
                var thing = new ObjectLogObject { Id = Dossier + "/" + dossier.Code, Type = Dossier };
                foreach (var (name, value) in dossier.Attributes) thing.Attributes.Add(new(name, value, null));
                yield return thing;
            }

            foreach (var person in people) yield return new() { Id = Person + "/" + person, Type = Person };
            foreach (var unit in units) yield return new() { Id = Unit + "/" + unit, Type = Unit, Attributes = { new("name", unit, null) } };
        }

        IEnumerable<ObjectLogEvent> Events() => log.Cases(choice, cancellation).SelectMany(dossier => dossier.Steps.Select((step, place) => EventOf(dossier, step, place)));
    }

    private static ObjectLogEvent EventOf(DossierCase dossier, DossierStep step, int place)
    {
        var happened = new ObjectLogEvent { Id = dossier.Code + "/" + place.ToString(CultureInfo.InvariantCulture), Type = step.Name, At = step.At };
        happened.Attributes["org:group"] = step.Unit;
        happened.Attributes["lifecycle:transition"] = step.IsStart ? "start" : "complete";
        happened.Objects.Add(new(Dossier + "/" + dossier.Code, "of"));
        happened.Objects.Add(new(Unit + "/" + step.Unit, "in"));
        if (step.Person is not { } person) return happened;
        happened.Attributes["org:resource"] = person;
        happened.Objects.Add(new(Person + "/" + person, "by"));
        return happened;
    }

    private static ObjectAttributeType Text(string name) => new(name, "string");

    private sealed class Count
    {
        public long Dossiers { get; private set; }

        public long Steps { get; private set; }

        public void Add(DossierCase dossier)
        {
            Dossiers++;
            Steps += dossier.Steps.Count(step => !step.IsStart);
        }
    }
}
