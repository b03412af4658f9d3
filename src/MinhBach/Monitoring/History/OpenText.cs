using MinhBach.Monitoring.Forecast;
using MinhBach.Monitoring.Paths;

namespace MinhBach.Monitoring.History;

/// <summary>Open dossiers and what was learned, as bytes, for the stored history.</summary>
internal static class OpenText
{
    public static byte[] Write(OpenState state)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        foreach (var dossier in state.Dossiers)
        {
            to.Write(true);
            to.Write(dossier.Id);
            to.Write(dossier.Procedure);
            to.Write(dossier.Agency);
            to.WriteMaybe(dossier.Due);
            to.Write(dossier.LastUnit);
            to.Write(dossier.HasEnded);
            foreach (var count in new[] { dossier.Ended, dossier.HandOvers, dossier.Returns, dossier.Supplements, dossier.Extensions, dossier.LateExtensions }) to.Write7BitEncodedInt(count);
            Write(to, dossier.Agencies);
            Write(to, dossier.People);
            Write(to, dossier.UnitsDone);
            Write(to, dossier.PeopleDone);
            to.WriteMaybe(dossier.ReceivedAt);
            to.Write(dossier.HaltedBefore);
            to.Write7BitEncodedInt(dossier.Steps.Count);
            foreach (var step in dossier.Steps) Write(to, step);
            to.Write(dossier.Halted);
            to.WriteMaybe(dossier.HaltedAt);
            to.Write(dossier.LastStep);
            to.Write7BitEncodedInt(dossier.Passages.Count);
            foreach (var passage in dossier.Passages) Write(to, passage);
        }

        to.Write(false);
        state.Forecast.Write(to);
        state.Paths.Write(to);
        to.Flush();
        return bytes.ToArray();
    }

    public static OpenState Read(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        var dossiers = new List<OpenDossier>();
        while (from.ReadBoolean()) dossiers.Add(ReadDossier(from));
        return new(dossiers, Forecaster.Read(from), WalkedPaths.Read(from));
    }

    // In the order of writing: initializers run from top to bottom.
    private static OpenDossier ReadDossier(BinaryReader from) => new()
    {
        Id = from.ReadInt64(),
        Procedure = from.ReadInt64(),
        Agency = from.ReadInt64(),
        Due = from.ReadMaybeDay(),
        LastUnit = from.ReadInt64(),
        HasEnded = from.ReadBoolean(),
        Ended = from.Read7BitEncodedInt(),
        HandOvers = from.Read7BitEncodedInt(),
        Returns = from.Read7BitEncodedInt(),
        Supplements = from.Read7BitEncodedInt(),
        Extensions = from.Read7BitEncodedInt(),
        LateExtensions = from.Read7BitEncodedInt(),
        Agencies = [.. ReadNumbers(from)],
        People = [.. ReadNumbers(from)],
        UnitsDone = [.. ReadNumbers(from)],
        PeopleDone = [.. ReadNumbers(from)],
        ReceivedAt = from.ReadMaybeMoment(),
        HaltedBefore = from.ReadInt32(),
        Steps = [.. ReadSteps(from)],
        Halted = from.ReadInt32(),
        HaltedAt = from.ReadMaybeMoment(),
        LastStep = from.ReadInt32(),
        Passages = [.. ReadPassages(from)],
    };

    private static void Write(BinaryWriter to, OpenStep step)
    {
        to.Write(step.Task);
        to.Write(step.Node);
        to.Write(step.Name);
        to.Write(step.Agency);
        to.Write(step.Unit);
        to.Write(step.Person);
        to.Write(step.Code);
        to.WriteMaybe(step.Reminded?.DueAt);
        to.Write(step.Reminded?.Stage ?? 0);
        to.Write(step.OpenedAt);
        to.WriteMaybe(step.DueAt);
        to.WriteMaybe(step.TakenAt);
    }

    private static List<OpenStep> ReadSteps(BinaryReader from)
    {
        var steps = new List<OpenStep>(from.Read7BitEncodedInt());
        for (var i = steps.Capacity; i > 0; i--)
        {
            var (task, node, name, agency, unit) = (from.ReadInt32(), from.ReadString(), from.ReadString(), from.ReadInt64(), from.ReadInt64());
            var (person, code) = (from.ReadInt64(), from.ReadInt32());
            var (remindedOf, stage) = (from.ReadMaybeMoment(), from.ReadInt32());
            var (opened, due, taken) = (from.ReadMoment(), from.ReadMaybeMoment(), from.ReadMaybeMoment());
            steps.Add(new(task, node, name, agency, unit, opened, due) { Person = person, TakenAt = taken, Code = code, Reminded = remindedOf is { } of ? (of, stage) : null });
        }

        return steps;
    }

    private static void Write(BinaryWriter to, in Passage passage)
    {
        to.Write(passage.Place.Procedure);
        to.Write(passage.Place.Step);
        to.Write(passage.Place.Desk);
        to.Write(passage.OpenedAt);
        to.Write(passage.Halted);
        to.Write(passage.Given is not null);
        if (passage.Given is not { } given) return;
        to.Write(given.Raw);
        to.Write((byte)given.Load);
        to.Write(given.Told ?? double.NaN);
    }

    private static double? Told(double stored) => double.IsNaN(stored) ? null : stored;

    private static List<Passage> ReadPassages(BinaryReader from)
    {
        var passages = new List<Passage>(from.Read7BitEncodedInt());
        for (var i = passages.Capacity; i > 0; i--)
        {
            var place = new StepPlace(from.ReadInt64(), from.ReadInt32(), from.ReadInt32());
            var (opened, halted) = (from.ReadMoment(), from.ReadInt32());
            passages.Add(new(place, opened, halted, from.ReadBoolean() ? new GivenChance(from.ReadDouble(), (Load)from.ReadByte(), Told(from.ReadDouble())) : null));
        }

        return passages;
    }

    private static void Write(BinaryWriter to, HashSet<long> numbers)
    {
        to.Write7BitEncodedInt(numbers.Count);
        foreach (var number in numbers) to.Write(number);
    }

    private static long[] ReadNumbers(BinaryReader from)
    {
        var numbers = new long[from.Read7BitEncodedInt()];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = from.ReadInt64();
        return numbers;
    }
}
