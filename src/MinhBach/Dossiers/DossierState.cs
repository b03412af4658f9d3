using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>The part of a dossier that no query asks for, as one JSON column: read here, written by <see cref="DossierStateWriter"/>.</summary>
internal sealed record DossierState
{
    public string? Rules { get; init; }

    [JsonConverter(typeof(RawJson))]
    public string? Process { get; init; }

    public ImmutableArray<DueEntry>? Clock { get; init; }

    public IReadOnlyList<OpenStep> Open { get; init; } = [];

    public IReadOnlyList<DoneStep> Done { get; init; } = [];

    public PendingSupplement? Supplement { get; init; }

    public int SupplementsBefore { get; init; }

    public int SupplementsAfter { get; init; }

    public PendingPayment? Payment { get; init; }

    public PendingCorrection? Correction { get; init; }

    public static Dossier Read(string state, Dossier columns)
    {
        var read = JsonSerializer.Deserialize<DossierState>(state, KernelJson.Options)!;
        var rules = read.Rules is null ? RuleSet.All[^1] : RuleSet.Named(read.Rules);
        return columns with
        {
            Rules = rules,
            Process = read.Process is null ? ProcessState.Empty : ProcessState.FromJson(read.Process),
            Clock = read.Clock is { } entries ? DueLedger.FromEntries(rules.Counting, entries) : null,
            Open = read.Open.ToImmutableSortedDictionary(step => step.Task, step => step),
            Done = [.. read.Done],
            Supplement = read.Supplement,
            SupplementsBeforeReception = read.SupplementsBefore,
            SupplementsAfterReception = read.SupplementsAfter,
            Payment = read.Payment,
            Correction = read.Correction,
        };
    }

    /// <summary>JSON that is kept as it is inside other JSON.</summary>
    private sealed class RawJson : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader).GetRawText();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
