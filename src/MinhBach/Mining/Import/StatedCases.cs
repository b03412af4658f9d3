using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Mining.Import;

/// <summary>Cases of a log as the journal keeps them, and back.</summary>
internal static class StatedCases
{
    /// <summary>What is stated of a case.</summary>
    public static ImportedCaseStated Of(LogCase found, LogNames names, long source, long file, long number)
    {
        var steps = new List<StatedStep>(found.Events.Length);
        foreach (ref readonly var happened in found.Events)
        {
            steps.Add(new(
                names.Activities[happened.Activity],
                happened.HasTime ? happened.At : null,
                happened.Resource < 0 ? null : names.Resources[happened.Resource],
                happened.Unit < 0 ? null : names.Units[happened.Unit],
                happened.Lifecycle == LogLifecycle.Complete ? null : happened.Lifecycle));
        }

        return new(source, file, number, found.Id, new SortedDictionary<string, string>(found.Attributes, StringComparer.Ordinal), steps);
    }

    /// <summary>Puts what is stated into a case.</summary>
    public static void Put(ImportedCaseStated stated, LogNames names, LogCase into)
    {
        into.Clear();
        into.Id = stated.Key;
        foreach (var (name, value) in stated.Attributes) into.Attributes[name] = value;
        foreach (var step in stated.Steps)
        {
            into.Add(new(
                names.Activities.NumberOf(step.Activity),
                step.Person is null ? -1 : names.Resources.NumberOf(step.Person),
                step.Unit is null ? -1 : names.Units.NumberOf(step.Unit),
                step.Moment ?? LogLifecycle.Complete,
                step.At?.ToUnixTimeTicks() ?? LogEvent.NoTime));
        }
    }

    /// <summary>Tells whether two files state the same of a case, wherever it stands in them.</summary>
    public static long Digest(ImportedCaseStated stated) => BinaryPrimitives.ReadInt64BigEndian(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(stated with { Source = 0, File = 0, Number = 0 }, KernelJson.Options)));
}
