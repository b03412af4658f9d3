using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>Open dossiers as bytes, for the stored history.</summary>
internal static class OpenText
{
    public static byte[] Write(IEnumerable<OpenDossier> dossiers)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        foreach (var dossier in dossiers)
        {
            to.Write(true);
            to.Write(dossier.Id);
            to.Write(dossier.Procedure);
            to.Write(dossier.Agency);
            to.Write(Day.Of(dossier.Due).Number);
            to.Write(dossier.LastUnit);
            to.Write(dossier.HasEnded);
            foreach (var count in new[] { dossier.Ended, dossier.HandOvers, dossier.Returns, dossier.Supplements, dossier.Extensions, dossier.LateExtensions }) to.Write7BitEncodedInt(count);
            Write(to, dossier.Agencies);
            Write(to, dossier.People);
            to.Write7BitEncodedInt(dossier.Steps.Count);
            foreach (var step in dossier.Steps) Write(to, step);
        }

        to.Write(false);
        to.Flush();
        return bytes.ToArray();
    }

    public static IReadOnlyList<OpenDossier> Read(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        var dossiers = new List<OpenDossier>();
        while (from.ReadBoolean()) dossiers.Add(ReadDossier(from));
        return dossiers;
    }

    // In the order of writing: initializers run from top to bottom.
    private static OpenDossier ReadDossier(BinaryReader from) => new()
    {
        Id = from.ReadInt64(),
        Procedure = from.ReadInt64(),
        Agency = from.ReadInt64(),
        Due = new Day(from.ReadInt32()).Date,
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
        Steps = [.. ReadSteps(from)],
    };

    private static void Write(BinaryWriter to, OpenStep step)
    {
        to.Write(step.Task);
        to.Write(step.Node);
        to.Write(step.Name);
        to.Write(step.Agency);
        to.Write(step.Unit);
        to.Write(step.Person);
        to.Write(step.OpenedAt.ToUnixMicroseconds());
        Write(to, step.DueAt);
        Write(to, step.TakenAt);
    }

    private static List<OpenStep> ReadSteps(BinaryReader from)
    {
        var steps = new List<OpenStep>(from.Read7BitEncodedInt());
        for (var i = steps.Capacity; i > 0; i--)
        {
            var (task, node, name, agency, unit, person) = (from.ReadInt32(), from.ReadString(), from.ReadString(), from.ReadInt64(), from.ReadInt64(), from.ReadInt64());
            var (opened, due, taken) = (CityTime.FromUnixMicroseconds(from.ReadInt64()), ReadMoment(from), ReadMoment(from));
            steps.Add(new(task, node, name, agency, unit, opened, due) { Person = person, TakenAt = taken });
        }

        return steps;
    }

    private static void Write(BinaryWriter to, Instant? moment) => to.Write(moment?.ToUnixMicroseconds() ?? long.MinValue);

    private static Instant? ReadMoment(BinaryReader from) => from.ReadInt64() is var stored and not long.MinValue ? CityTime.FromUnixMicroseconds(stored) : null;

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
