using System.Security.Cryptography;
using System.Text.Json;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Mining.Wizard;

/// <summary>
/// Uploaded logs in the data folder, which all nodes share: the file, and beside it what is known of it. What nobody had brought in
/// goes after a day.
/// </summary>
internal sealed class StagedLogs(CityDatabase database, TimeProvider clock)
{
    private const int TokenBytes = 16;

    private static readonly Duration KeptFor = Duration.FromDays(1);

    private string Folder => Path.Combine(database.DataFolder, "imports");

    /// <summary>Keeps an upload; the map is guessed from it.</summary>
    /// <exception cref="RuleBroken">It is no log that we read; nothing is kept.</exception>
    public async Task<StagedLog> KeepAsync(Stream upload, string fileName, CancellationToken cancellation)
    {
        Sweep();
        Directory.CreateDirectory(Folder);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        try
        {
            await using (var file = new FileStream(PathOf(token), FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await upload.CopyToAsync(file, cancellation);
                file.Position = 0;
                var staged = new StagedLog(token, fileName, await Task.Run(() => LogMapGuess.Of(file, fileName, WizardLimits.Log), cancellation), clock.Now());
                Save(staged);
                return staged;
            }
        }
        catch
        {
            Drop(token);
            throw;
        }
    }

    /// <summary>What was uploaded under a token; null when there is nothing, or no longer.</summary>
    public StagedLog? Find(string token)
    {
        if (token.Length != TokenBytes * 2 || !token.All(char.IsAsciiHexDigitLower) || !File.Exists(NotePath(token))) return null;
        return JsonSerializer.Deserialize<StagedLog>(File.ReadAllText(NotePath(token)), KernelJson.Options);
    }

    /// <summary>Everything that waits for being brought in.</summary>
    public IReadOnlyList<StagedLog> Queued() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(path => Find(Path.GetFileNameWithoutExtension(path))).OfType<StagedLog>().Where(staged => staged.IsQueued).OrderBy(staged => staged.At)]
        : [];

    /// <summary>The uploaded file.</summary>
    public string PathOf(string token) => Path.Combine(Folder, token + ".log");

    /// <summary>Writes down what is known of an upload.</summary>
    public void Save(StagedLog staged)
    {
        // Whoever reads meanwhile reads the one or the other.
        var whole = NotePath(staged.Token) + ".new";
        File.WriteAllText(whole, JsonSerializer.Serialize(staged, KernelJson.Options));
        File.Move(whole, NotePath(staged.Token), overwrite: true);
    }

    /// <summary>Takes an upload for this program alone; null when another has it.</summary>
    public FileStream? TryTake(string token)
    {
        try
        {
            return new FileStream(Path.Combine(Folder, token + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Drops the file and keeps the note, which says what became of it.</summary>
    public void DropFile(string token) => File.Delete(PathOf(token));

    private string NotePath(string token) => Path.Combine(Folder, token + ".json");

    private void Drop(string token)
    {
        File.Delete(PathOf(token));
        File.Delete(NotePath(token));
    }

    private void Sweep()
    {
        if (!Directory.Exists(Folder)) return;
        var before = clock.Now() - KeptFor;
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").ToList())
        {
            if (Find(Path.GetFileNameWithoutExtension(path)) is { IsQueued: false } old && old.At < before) Drop(old.Token);
        }
    }
}
