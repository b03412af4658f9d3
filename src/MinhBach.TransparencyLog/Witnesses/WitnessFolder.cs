using System.Security.Cryptography;

namespace MinhBach.TransparencyLog;

/// <summary>
/// A witness's memory in a folder. Each checkpoint lies where the protocol has monitors fetch it, so that a web server can
/// serve the folder as it is. One process at a time has it.
/// </summary>
public sealed class WitnessFolder : IWitnessStore, IDisposable
{
    private readonly LogFolder _folder;
    private readonly FileStream _only;
    private readonly Lock _gate = new();

    /// <summary>A folder, which is made where it is not there yet.</summary>
    /// <exception cref="LogException">Another process has it.</exception>
    public WitnessFolder(string path)
    {
        _folder = new(path);
        _only = _folder.Lock();
        _folder.Discard();
    }

    /// <summary>Where a log's checkpoint lies below the folder: <c>SHA-256 of its origin/checkpoint</c>.</summary>
    public static string PathOf(string origin) =>
        Convert.ToHexStringLower(SHA256.HashData(LogText.ToUtf8(origin, "an origin"))) + "/" + LogFolder.CheckpointPath;

    /// <inheritdoc/>
    /// <exception cref="LogException">What lies there is no note: a witness that has lost its memory must not go on.</exception>
    public SignedNote? Find(string origin)
    {
        lock (_gate) return Read(origin);
    }

    /// <inheritdoc/>
    public bool TryReplace(string origin, SignedNote? old, SignedNote next)
    {
        ArgumentNullException.ThrowIfNull(next);
        lock (_gate)
        {
            if (Read(origin)?.ToString() != old?.ToString()) return false;
            _folder.Replace(PathOf(origin), next.ToBytes());
            return true;
        }
    }

    /// <summary>Lets other processes have the folder.</summary>
    public void Dispose() => _only.Dispose();

    private SignedNote? Read(string origin) => _folder.Read(PathOf(origin)) is { } bytes ? SignedNote.Parse(bytes) : null;
}
