using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Mining.Mapping;

/// <summary>One object of a map's JSON, and where it stands.</summary>
internal readonly struct MapFields
{
    private readonly JsonElement found;
    private readonly string path;

    public MapFields(JsonElement found, string path)
    {
        (this.found, this.path) = (found, path);
        if (found.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            throw new RuleBroken("map.object", "Sơ đồ cột, trường “{0}”: phải là một nhóm trong ngoặc nhọn.", path.Length == 0 ? "(gốc)" : path);
    }

    /// <summary>Refuses every field but these: a slip of the hand would otherwise be a column that nobody reads.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        if (found.ValueKind == JsonValueKind.Undefined) return;
        foreach (var field in found.EnumerateObject())
        {
            if (!names.Contains(field.Name)) throw new RuleBroken("map.unknown", "Sơ đồ cột, trường “{0}”: không có trường này; chỉ có {1}.", Path(field.Name), string.Join(", ", names.ToArray()));
        }
    }

    public MapFields Part(string name) => new(Value(name), Path(name));

    public string Required(string name) => Text(name) ?? throw new RuleBroken("map.missing", "Sơ đồ cột, trường “{0}”: còn thiếu.", Path(name));

    public string? Text(string name) => Value(name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value when value.GetString() is { } text => string.IsNullOrWhiteSpace(text) ? null : text,
        _ => throw new RuleBroken("map.text", "Sơ đồ cột, trường “{0}”: phải là chữ trong ngoặc kép.", Path(name)),
    };

    public IReadOnlyDictionary<string, string> Names(string name)
    {
        var part = Part(name);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (part.found.ValueKind == JsonValueKind.Undefined) return names;
        foreach (var field in part.found.EnumerateObject()) names[field.Name] = part.Required(field.Name);
        return names;
    }

    private JsonElement Value(string name) => found.ValueKind == JsonValueKind.Object && found.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default;

    private string Path(string name) => path.Length == 0 ? name : path + "." + name;
}
