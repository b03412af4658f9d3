using System.Diagnostics;
using System.Runtime.CompilerServices;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

/// <summary>Our logs under the eyes of Go's own libraries (tests/interop/tlog), and theirs under ours.</summary>
public sealed class GoFacts : IDisposable
{
    private const string Packages = "/usr/share/gocode";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Go_verifies_our_checkpoint_tiles_entries_and_proofs()
    {
        const int size = 66_000;
        using var key = SignerKey.Generate("log.example/hà-nội");
        using var witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);
        var head = Publish(key, witness, size);
        var reader = new LogReader(_folder.Log, size, head.Root);
        var note = SignedNote.Parse(_folder.Log.Read(LogFolder.CheckpointPath));
        for (var index = 0L; index < size; index += 4_999)
            Write($"{index}{LogProof.FileExtension}", new LogProof(index, reader.ProveInclusion(index), note, index % 2 == 0 ? default : new byte[] { 7 }).ToString());
        int[] olds = [1, 2, 255, 256, 257, 40_000, 65_536, 65_537, size];
        var tree = new TileTree(_folder.Log, size);
        Write("consistency", string.Concat(olds.Select(old => $"{old} {Subtree.HashOf(tree, 0, old)} {string.Join(' ', ConsistencyProof.Make(tree, old, size))}\n")));
        Write("key", key.Verifier.ToString());
        Write("skey", key.Export());
        Write("witness", witness.Verifier.ToString());

        var go = await GoAsync();
        Assert.Equal((0, "66000 entries, 14 proofs, 9 steps, 2 signatures\n"), await RunAsync(go, "verify"));

        // Another byte in an entry, and the same program refuses.
        var bundle = Path.Combine(_folder.Log.FullPath, "tile/entries/100");
        var bytes = await File.ReadAllBytesAsync(bundle);
        bytes[5] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes);
        var (code, said) = await RunAsync(go, "verify");
        Assert.Equal(1, code);
        Assert.Contains("entry 25600 ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task We_verify_what_go_makes()
    {
        var go = await GoAsync();
        Assert.Equal((0, ""), await RunAsync(go, "make"));

        var key = VerifierKey.Parse(Read("key").TrimEnd());
        using var signer = SignerKey.Parse(Read("skey").TrimEnd());
        Assert.Equal(key, signer.Verifier);
        Assert.Equal(Read("skey").TrimEnd(), signer.Export());
        var note = SignedNote.Parse(Read("log/checkpoint"));
        var checkpoint = Checkpoint.Open(note, key);
        Assert.Equal(note.ToString(), checkpoint.Sign(signer).ToString());

        var index = 0;
        foreach (var bundle in new LogCheck(_folder.Log, checkpoint.Head).Run())
        {
            Assert.Empty(bundle.Damage);
            foreach (var entry in bundle.Entries)
                Assert.Equal($"go entry {index++}", System.Text.Encoding.UTF8.GetString(entry.Span));
        }

        Assert.Equal((700, 700), (index, checkpoint.Size));
        var policy = LogPolicy.Of(key, 0);
        var reader = new LogReader(_folder.Log, checkpoint.Size, checkpoint.Root);
        var files = Directory.GetFiles(_folder.FullPath, "*" + LogProof.FileExtension);
        Assert.Equal(14, files.Length);
        foreach (var file in files)
        {
            var proof = LogProof.Parse(await File.ReadAllBytesAsync(file));
            Assert.True(proof.Judge(TreeHashing.Leaf(reader.Entry(proof.Index).Span), policy).IsAccepted, file);
            Assert.Equal(proof.Hashes, reader.ProveInclusion(proof.Index));
        }

        foreach (var words in Read("consistency").TrimEnd().Split('\n').Select(line => line.Split(' ')))
        {
            var old = int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture);
            TreeHash[] proof = [.. words.Skip(2).Select(TreeHash.Parse)];
            Assert.True(ConsistencyProof.Verify(old, checkpoint.Size, TreeHash.Parse(words[1]), checkpoint.Root, proof), words[0]);
            Assert.Equal(proof, reader.ProveConsistency(old, TreeHash.Parse(words[1])));
        }
    }

    public void Dispose() => _folder.Dispose();

    private TreeHead Publish(SignerKey key, SignerKey witness, int size)
    {
        using var writer = LogWriter.Open(_folder.Log, TreeHead.Empty);
        for (var i = 0; i < size; i++)
            writer.Append(NaiveTree.Entry(i));
        var note = new Checkpoint(key.Verifier.Name, writer.Commit()).Sign(key);
        writer.Publish(note.With(witness.Cosign(note.Text, Instant.FromUtc(2026, 11, 22, 8, 0))));
        return writer.Committed;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullPath, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullPath, name));

    /// <summary>Compiles the program; where Go or its packages are absent the test is skipped.</summary>
    private async Task<string> GoAsync([CallerFilePath] string here = "")
    {
        if (!Directory.Exists(Packages + "/src/golang.org/x/mod")) Requirements.Missing(Requirements.Go, "Go's packages are not here: apt-get install golang-golang-x-mod-dev.");
        var compiler = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "go")).FirstOrDefault(File.Exists);
        var program = Path.Combine(_folder.FullPath, "tlog");
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../interop/tlog"));
        var (code, said) = await StartAsync(Requirements.Present(Requirements.Go, compiler, "Go is not here: apt-get install golang-go."), source, "build", "-o", program, ".");
        Assert.True(code == 0, said);
        return program;
    }

    private Task<(int Code, string Said)> RunAsync(string program, string verb) => StartAsync(program, _folder.FullPath, verb, _folder.FullPath);

    private async Task<(int Code, string Said)> StartAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Debian's packages in the old layout: nothing is fetched.
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOPATH"] = Packages;
        start.Environment["GOFLAGS"] = "";
        start.Environment["GOPROXY"] = "off";
        start.Environment["GOCACHE"] = Path.Combine(_folder.FullPath, "cache");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
