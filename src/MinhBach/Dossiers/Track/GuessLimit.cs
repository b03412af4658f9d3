using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MinhBach.Dossiers;

/// <summary>Counts wrong secrets by address and by dossier, so that guessing is hopeless. Right ones cost nothing.</summary>
internal sealed class GuessLimit(IOptions<GuessOptions> options, TimeProvider clock)
{
    private const int MaxKept = 100_000;
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> wrong = new(StringComparer.Ordinal);

    /// <summary>Whether another try is allowed now.</summary>
    public bool Allows(HttpContext http, DossierId dossier) =>
        CountOf(AddressOf(http)) < options.Value.PerAddress && CountOf(NameOf(dossier)) < options.Value.PerDossier;

    /// <summary>Remembers a wrong one.</summary>
    public void Wrong(HttpContext http, DossierId dossier)
    {
        // Forgetting everything at this size is kinder than filling the memory, and still far too slow for a guesser.
        if (wrong.Count > MaxKept) wrong.Clear();
        Add(AddressOf(http));
        Add(NameOf(dossier));
    }

    private static string AddressOf(HttpContext http) => "a:" + http.Connection.RemoteIpAddress;

    private static string NameOf(DossierId dossier) => "d:" + dossier;

    private int CountOf(string key) => wrong.TryGetValue(key, out var kept) && !IsOver(kept.Since) ? kept.Count : 0;

    private void Add(string key) => wrong.AddOrUpdate(
        key,
        _ => (clock.GetUtcNow(), 1),
        (_, kept) => IsOver(kept.Since) ? (clock.GetUtcNow(), 1) : (kept.Since, kept.Count + 1));

    private bool IsOver(DateTimeOffset since) => clock.GetUtcNow() - since >= TimeSpan.FromMinutes(options.Value.WindowMinutes);
}
