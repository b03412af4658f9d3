using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>A watcher's memory: a folder for each log, with <c>state.json</c>, evidence, and what an interrupted run has fetched.</summary>
/// <param name="root">The folder above them.</param>
internal sealed class WatchStore(string root)
{
    private const string StateName = "state.json";

    private static readonly JsonSerializerOptions Json = new(KernelJson.Options) { WriteIndented = true };

    /// <summary>Where memory lies if nobody says otherwise.</summary>
    public static string UsualRoot => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "minhbach", "watch");

    /// <summary>What is remembered of a log; null if nothing is.</summary>
    /// <exception cref="RuleBroken">The file is spoilt. It is not passed over: without it a log that was rewritten would pass.</exception>
    public WatchState? Read(string origin)
    {
        var folder = FolderOf(origin);
        if (!File.Exists(Path.Combine(folder, StateName))) return null;
        try
        {
            var state = JsonSerializer.Deserialize<WatchState>(File.ReadAllBytes(Path.Combine(folder, StateName)), Json);
            if (state?.Origin == origin) return state;
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new RuleBroken("watch.state", "Tệp trạng thái {0} bị hỏng. Hãy khôi phục nó; nếu xóa đi, lần kiểm tra sau sẽ không biết nhật ký có bị viết lại hay không.", Path.Combine(folder, StateName));
    }

    public void Write(WatchState state) => Replace(Path.Combine(FolderOf(state.Origin), StateName), JsonSerializer.SerializeToUtf8Bytes(state, Json));

    /// <summary>Keeps evidence, the same under the same name, and says where.</summary>
    public string Keep(string origin, SplitView evidence)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Checkpoint.Parse(evidence.Earlier.Text).Size}-{Checkpoint.Parse(evidence.Later.Text).Size}")
            + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence.Earlier.Text + evidence.Later.Text)).AsSpan(0, 4)) + ".json";
        var path = Path.Combine(FolderOf(origin), "evidence", name);
        Replace(path, evidence.ToBytes());
        return path;
    }

    /// <summary>What an interrupted run has fetched.</summary>
    public KeptBundles Bundles(string origin) => new(Path.Combine(FolderOf(origin), "fetched"));

    // Whole or not at all, also where a monitor and somebody at a terminal share a folder.
    private static void Replace(string path, byte[] bytes)
    {
        var aside = $"{Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName}/.{Guid.NewGuid():N}";
        using (var file = new FileStream(aside, FileMode.CreateNew))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    private string FolderOf(string origin) => Path.Combine(root, Path.GetDirectoryName(WitnessFolder.PathOf(origin))!);
}
