using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>One ticked row: a step of a dossier.</summary>
public readonly record struct Ticked(DossierId Dossier, int Task)
{
    /// <summary>Reads “dossier:step”; null when it is something else.</summary>
    public static Ticked? Read(string text) =>
        text.Split(':') is [var dossier, var task] && long.TryParse(dossier, out var id) && int.TryParse(task, out var number) ? new(new(id), number) : null;
}

/// <summary>What came of acting on many at once.</summary>
public sealed record BulkResult(int Done, IReadOnlyList<BulkFailure> Failed);

/// <summary>One that did not go, and why.</summary>
public sealed record BulkFailure(string Code, string Why);

/// <summary>Acts on up to 500 ticked steps; each stands by itself, so one that a rule forbids holds up no other.</summary>
public sealed class BulkWork(CityDb db, Words words)
{
    /// <summary>How many at once.</summary>
    public const int Limit = 500;

    /// <summary>Does one thing to each ticked row, all together, and says what did not go and why.</summary>
    public async Task<BulkResult> RunAsync(IEnumerable<string> ticked, Func<Ticked, Task> act)
    {
        var rows = ticked.Select(Ticked.Read).OfType<Ticked>().Distinct().Take(Limit).ToList();
        var answers = await Task.WhenAll(rows.Select(row => TryAsync(row, act)));
        var failed = answers.Where(answer => answer.Why is not null).ToList();
        if (failed.Count == 0) return new(rows.Count, []);
        List<long> ids = [.. failed.Select(answer => answer.Row.Dossier.Value)];
        var codes = await db.Set<DossierRow>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Code);
        return new(rows.Count - failed.Count, [.. failed.Select(answer => new BulkFailure(codes.GetValueOrDefault(answer.Row.Dossier.Value, "?"), answer.Why!))]);
    }

    private async Task<(Ticked Row, string? Why)> TryAsync(Ticked row, Func<Ticked, Task> act)
    {
        try
        {
            await act(row);
            return (row, null);
        }
        catch (RuleBroken broken)
        {
            return (row, words.Say(broken));
        }
        catch (QueueFull)
        {
            return (row, words["Hệ thống đang bận. Hãy thử lại sau ít phút."]);
        }
    }
}
