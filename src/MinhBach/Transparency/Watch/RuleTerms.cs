using System.Text.Json;

namespace MinhBach.Transparency;

/// <summary>What an entry <c>rule-set.known</c> says of moving due dates.</summary>
/// <param name="Extensions">How often a date may be moved.</param>
/// <param name="ApologyLeadDays">How many days before the due date the apology must be out.</param>
internal sealed record RuleTerms(int Extensions, int ApologyLeadDays)
{
    /// <summary>Reads the facts; null where they do not say it.</summary>
    public static (string Name, RuleTerms Terms)? Of(JsonElement? facts) =>
        facts is { ValueKind: JsonValueKind.Object } rules
        && rules.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
        && Number(rules, "extensions") is { } extensions && Number(rules, "apologyLeadDays") is { } lead
            ? (name.GetString()!, new(extensions, lead))
            : null;

    private static int? Number(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is >= 0 and <= 10_000 ? number : null;
}
