using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace MinhBach.ProcessMining.Tests;

/// <summary>What is written and read again is what it was.</summary>
public sealed class RoundTripProperties
{
    private static readonly LogWriting Real = new() { Pseudonyms = Pseudonyms.RealNames };

    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.Elements("Tiếp nhận", "a\"b'c", "<&>", "1\n2\t3\r4", "😀 mặt cười", "x,y;z", "]]>", "  ", "ký số"),
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => XmlText.Writable(text.Get)));

    private static readonly Gen<Instant?> Moments = Gen.Frequency(
        (9, Gen.Choose(0, int.MaxValue - 1).Select(seconds => (Instant?)(Instant.FromUnixTimeSeconds(seconds) + Duration.FromTicks(seconds % 10_000_000)))),
        (1, Gen.Constant((Instant?)null)));

    [Fact]
    public void Xes_log_comes_back_as_it_was_written() =>
        Prop.ForAll(Logs.ToArbitrary(), log =>
        {
            using var bytes = new MemoryStream();
            XesWriter.Write(bytes, log.Names, log.Cases, Real);
            bytes.Position = 0;
            var reader = new XesReader(bytes);
            var read = reader.ReadAll();
            Assert.Equal(Told(log), Told(read));
            Assert.All(reader.Problems.Counts.Keys, kind => Assert.Contains(
                kind, new[] { LogProblemKind.MissingTime, LogProblemKind.OutOfOrder, LogProblemKind.EmptyCase, LogProblemKind.DuplicateEvent, LogProblemKind.EndBeforeStart }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Object_log_comes_back_as_it_was_written() =>
        Prop.ForAll(ObjectLogs.ToArbitrary(), log =>
        {
            using var bytes = new MemoryStream();
            OcelJsonWriter.Write(bytes, log, Real);
            bytes.Position = 0;
            var read = OcelJsonReader.Read(bytes, out var problems);
            Assert.Equal(Told(log), Told(read));
            Assert.Equal(log.Events.Values.Count(happened => happened.At is null), problems.Total);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Gen<EventLog> Logs =>
        from count in Gen.Choose(0, 5)
        from cases in Gen.CollectToArray(Enumerable.Range(0, count).Select(CaseOf))
        select LogOf(cases);

    private static Gen<(string Id, string[] Attributes, (string Activity, string? Resource, string? Unit, LogLifecycle Lifecycle, Instant? At)[] Events)> CaseOf(int number) =>
        from name in Names
        from attributes in Names.ArrayOf()
        from events in EventOf.ArrayOf()
        select ($"{name}{number}", attributes, events);

    private static Gen<(string, string?, string?, LogLifecycle, Instant?)> EventOf =>
        from activity in Names
        from resource in Names.OrNull()
        from unit in Names.OrNull()
        from lifecycle in Gen.Elements(Enum.GetValues<LogLifecycle>())
        from at in Moments
        select (activity + "!", resource is null ? null : resource + "?", unit is null ? null : unit + "?", lifecycle, at);

    private static EventLog LogOf((string Id, string[] Attributes, (string Activity, string? Resource, string? Unit, LogLifecycle Lifecycle, Instant? At)[] Events)[] cases)
    {
        var names = new LogNames();
        var problems = new LogProblems();
        return new EventLog(names, [.. cases.Select(given =>
        {
            var made = new LogCase { Id = given.Id };
            foreach (var (index, value) in given.Attributes.Index())
                made.Attributes[$"{value} {index}"] = value;
            var assembly = new CaseAssembly(LogReading.Default, problems);
            foreach (var (activity, resource, unit, lifecycle, at) in given.Events)
            {
                assembly.Add(
                    new LogEvent(
                        names.Activities.NumberOf(activity),
                        resource is null ? -1 : names.Resources.NumberOf(resource),
                        unit is null ? -1 : names.Units.NumberOf(unit),
                        lifecycle,
                        at?.ToUnixTimeTicks() ?? LogEvent.NoTime),
                    0, default, null);
            }

            assembly.MoveTo(made);
            return made;
        })]);
    }

    private static Gen<ObjectLog> ObjectLogs =>
        from names in Gen.Choose(0, 6).SelectMany(count => Gen.CollectToArray(Enumerable.Repeat(Names, count)))
        from events in Gen.Choose(0, 6)
        from moments in Gen.CollectToArray(Enumerable.Repeat(Moments, events))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select ObjectLogOf(names, moments, new Random(seed));

    private static ObjectLog ObjectLogOf(string[] names, Instant?[] moments, Random random)
    {
        var log = new ObjectLog();
        log.TryAddObjectType(new ObjectLogType("dossier", [new("fee", "float")]));
        log.TryAddEventType(new ObjectLogType("received", []));
        foreach (var (index, name) in names.Index())
        {
            var thing = new ObjectLogObject { Id = $"{name}{index}", Type = "dossier" };
            thing.Attributes.Add(new ObjectAttribute("fee", name, Instant.FromUnixTimeSeconds(index)));
            if (index > 0)
                thing.Objects.Add(new ObjectRelation($"{names[0]}0", name));
            log.TryAdd(thing);
        }

        foreach (var (index, at) in moments.Index())
        {
            var happened = new ObjectLogEvent { Id = $"e{index}", Type = "received", At = at };
            happened.Attributes.Add("note", $"{index}\u0001");
            if (names.Length > 0 && random.Next(names.Length) is var chosen)
                happened.Objects.Add(new ObjectRelation($"{names[chosen]}{chosen}", ""));
            log.TryAdd(happened);
        }

        return log;
    }

    private static List<string> Told(EventLog log)
    {
        string? Name(NameTable table, int number) => number < 0 ? null : table[number];
        var told = new List<string>();
        foreach (var found in log.Cases)
        {
            told.Add($"{found.Id}: {string.Join('|', found.Attributes.Select(one => $"{one.Key}={one.Value}"))}");
            foreach (var happened in found.Events)
                told.Add($"{Name(log.Names.Activities, happened.Activity)}/{Name(log.Names.Resources, happened.Resource)}/{Name(log.Names.Units, happened.Unit)}/{happened.Lifecycle}/{happened.UnixTicks}");
        }

        return told;
    }

    private static List<string> Told(ObjectLog log) =>
    [
        .. log.ObjectTypes.Concat(log.EventTypes).Select(type => $"{type.Name}: {string.Join(',', type.Attributes)}"),
        .. log.Objects.Values.Select(thing => $"{thing.Id} {thing.Type} {string.Join(',', thing.Attributes)} {string.Join(',', thing.Objects)}"),
        .. log.Events.Values.Select(happened => $"{happened.Id} {happened.Type} {happened.At} {string.Join(',', happened.Attributes)} {string.Join(',', happened.Objects)}"),
    ];
}
