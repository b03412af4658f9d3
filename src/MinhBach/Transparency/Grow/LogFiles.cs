using System.Text;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Grow;

/// <summary>Files beside the tiles.</summary>
internal static class LogFiles
{
    public const string KeyPath = "key";
    public const string SchemaPath = "schema/v1.json";

    public const string Statistics = "statistics";

    private const string SchemaResource = "transparency/log-entry.v1.schema.json";

    /// <summary>The schema of entries.</summary>
    public static byte[] Schema()
    {
        using var stream = typeof(LogFiles).Assembly.GetManifestResourceStream(SchemaResource) ?? throw new InvalidOperationException($"The resource {SchemaResource} is missing.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The checkpoint that everybody sees; null where there is none.</summary>
    /// <exception cref="LogException">It is no note.</exception>
    public static SignedNote? ShownCheckpoint(string folder)
    {
        var path = Path.Combine(folder, LogFolder.CheckpointPath);
        return File.Exists(path) ? SignedNote.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(path))) : null;
    }
}
