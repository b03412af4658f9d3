using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Grow;

/// <summary>
/// Where the log's files lie: what everybody may have in <c>log/</c> of the data folder, the private keys in <c>keys/</c>, outside
/// the database and open to their owner alone.
/// </summary>
internal sealed class LogHome(CityDatabase database, IOptions<PublicLogOptions> options) : IDisposable
{
    private const string KeyFile = "log.key";
    private const string OldKeyFiles = "log.*.key";

    private List<SignerKey> keys = [];

    /// <summary>What is served.</summary>
    public string Folder => Path.Combine(database.DataFolder, "log");

    /// <summary>The witnesses that are asked, and how many have to answer: a policy file (c2sp.org/tlog-policy). It need not exist.</summary>
    public string PolicyPath => Path.Combine(KeyFolder, "log-witnesses.policy");

    /// <summary>The key that signs first.</summary>
    /// <exception cref="InvalidOperationException">The keys were not opened.</exception>
    public SignerKey Key => keys is [var first, ..] ? first : throw new InvalidOperationException("The keys of the log were not opened.");

    /// <summary>Whether the keys were opened.</summary>
    public bool IsOpen => keys.Count > 0;

    /// <summary>The public keys, that which signs first before those that it replaced.</summary>
    public IReadOnlyList<VerifierKey> Verifiers => [.. keys.Select(key => key.Verifier)];

    /// <summary>The public keys as everybody reads them, also on a node that does not sign; none before the first start.</summary>
    public IReadOnlyList<VerifierKey> Published() => new LogFolder(Folder).Read(LogFiles.KeyPath) is { } told
        ? [.. Encoding.UTF8.GetString(told).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(VerifierKey.Parse)]
        : [];

    private string KeyFolder => Path.Combine(database.DataFolder, "keys");

    /// <summary>Opens the keys; makes the first one.</summary>
    /// <param name="mayMake">Whether there may be none yet: nothing was ever signed.</param>
    /// <exception cref="LogException">There is none, though there was; or a file is open to others, or holds no key.</exception>
    public void Open(bool mayMake)
    {
        if (!IsOpen) Load(mayMake);
        Tell();
    }

    /// <summary>Makes a key that signs from the next start on; the one before goes on signing beside it for as long as its file is there.</summary>
    /// <returns>The new public key.</returns>
    public VerifierKey Replace()
    {
        Directory.CreateDirectory(KeyFolder);
        var path = Path.Combine(KeyFolder, KeyFile);
        var origin = Origin();
        if (File.Exists(path))
        {
            using var old = SignerKeyFile.Read(path);
            origin = old.Verifier.Name;
            File.Move(path, Path.Combine(KeyFolder, string.Create(CultureInfo.InvariantCulture, $"log.{old.Verifier.Id:x8}.key")));
        }
        else if (LogFiles.ShownCheckpoint(Folder) is { } shown)
        {
            origin = Checkpoint.Parse(shown.Text).Origin;
        }

        using var made = SignerKey.Generate(origin);
        SignerKeyFile.Create(path, made);
        return made.Verifier;
    }

    /// <summary>Signs a checkpoint with all keys.</summary>
    public SignedNote Sign(TreeHead head)
    {
        var text = new Checkpoint(Key.Verifier.Name, head).Text;
        return new(text, keys.Select(key => key.Sign(text)));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in keys) key.Dispose();
        keys = [];
    }

    private void Load(bool mayMake)
    {
        Directory.CreateDirectory(KeyFolder);
        var path = Path.Combine(KeyFolder, KeyFile);
        if (!File.Exists(path))
        {
            if (!mayMake)
                throw new LogException($"The key of the public log is not at {path}. Bring it back from where it is kept safe; if it is lost, run “minhbach log new-key --reason lost”.");
            using var made = SignerKey.Generate(Origin());
            SignerKeyFile.Create(path, made);
        }

        keys = [SignerKeyFile.Read(path), .. Directory.EnumerateFiles(KeyFolder, OldKeyFiles).Order(StringComparer.Ordinal).Select(SignerKeyFile.Read)];
    }

    // The public keys and the schema lie beside the tiles, so that a plain file server has everything. The tiles' writer may be at
    // work for another node: nothing is written that is there already.
    private void Tell()
    {
        var folder = new LogFolder(Folder);
        var told = Encoding.UTF8.GetBytes(string.Concat(Verifiers.Select(key => key + "\n")));
        if (!told.AsSpan().SequenceEqual(folder.Read(LogFiles.KeyPath))) folder.Replace(LogFiles.KeyPath, told);
        if (!LogFiles.Schema().AsSpan().SequenceEqual(folder.Read(LogFiles.SchemaPath))) folder.Replace(LogFiles.SchemaPath, LogFiles.Schema());
    }

    private string Origin() => options.Value.Origin is { Length: > 0 } said ? said : "minhbach/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
}
