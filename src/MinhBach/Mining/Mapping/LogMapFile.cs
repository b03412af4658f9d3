using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Mining.Mapping;

/// <summary>A map as a JSON file. Whatever is wrong in one is told with the field's name.</summary>
internal static class LogMapFile
{
    private const int MostBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 };

    /// <summary>Reads a map.</summary>
    /// <exception cref="RuleBroken">It is no map; says which field is wrong and how.</exception>
    public static LogMap Read(Stream stream)
    {
        var bytes = new byte[MostBytes + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read > MostBytes) throw new RuleBroken("map.large", "Tệp sơ đồ cột lớn hơn {0} MB: chắc không phải sơ đồ.", 1);
        try
        {
            ReadOnlyMemory<byte> text = bytes.AsMemory(0, read);
            if (text.Span is [0xef, 0xbb, 0xbf, ..]) text = text[3..];
            using var json = JsonDocument.Parse(text, Lenient);
            return LogMapRules.Checked(MapOf(new MapFields(json.RootElement, "")));
        }
        catch (JsonException broken)
        {
            throw new RuleBroken("map.json", "Sơ đồ cột không phải JSON đúng: {0}", broken.Message);
        }
    }

    /// <summary>A map as text, always the same for the same map.</summary>
    public static string Write(LogMap map) => JsonSerializer.Serialize(map with { Activities = Sorted(map.Activities), Departments = Sorted(map.Departments) }, KernelJson.Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LogMap Stored(string text) => JsonSerializer.Deserialize<LogMap>(text, KernelJson.Options)!;

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> names) => new(names.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static LogMap MapOf(MapFields root)
    {
        root.Allow("source", "zone", "events", "cases", "activities", "departments");
        var (source, events, cases) = (root.Part("source"), root.Part("events"), root.Part("cases"));
        source.Allow("name", "slug");
        events.Allow("case", "activity", "timestamp", "resource", "unit", "lifecycle", "instance");
        cases.Allow("due", "done", "start", "department", "channel", "person");
        return new()
        {
            Source = new(source.Required("name"), source.Required("slug")),
            Zone = root.Text("zone") ?? "Asia/Ho_Chi_Minh",
            Events = new()
            {
                Case = events.Text("case"),
                Activity = events.Text("activity"),
                Timestamp = events.Text("timestamp"),
                Resource = events.Text("resource"),
                Unit = events.Text("unit"),
                Lifecycle = events.Text("lifecycle"),
                Instance = events.Text("instance"),
            },
            Cases = new()
            {
                Due = cases.Text("due"),
                Done = cases.Text("done"),
                Start = cases.Text("start"),
                Department = cases.Text("department"),
                Channel = cases.Text("channel"),
                Person = cases.Text("person"),
            },
            Activities = root.Names("activities"),
            Departments = root.Names("departments"),
        };
    }
}
