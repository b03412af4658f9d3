using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MinhBach.DemoCity;

namespace MinhBach.Benchmarks.Day;

/// <summary>What became of more requests than can be answered, by the second.</summary>
internal sealed record Rush(double Offered, double Answered, double SentAway, long Lost, double P95, double SentAwayP95, IReadOnlyList<string> Troubles);

/// <summary>The day's requests without its pauses: first as many as are answered, then three times as many whether they are or not.</summary>
internal static class Overload
{
    private const int Callers = 64;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    /// <summary>Requests a second that are answered when each of many callers waits for its answer.</summary>
    public static async Task<double> CapacityAsync(Asking asking, Cast cast)
    {
        var (done, begun) = (0L, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var dice = Dice.For(seed: 11, caller);
            while (Stopwatch.GetElapsedTime(begun) < Length)
            {
                if ((await AskAsync(asking, cast, dice)).Status is >= 200 and < 300) Interlocked.Increment(ref done);
            }
        }));
        return done / Length.TotalSeconds;
    }

    /// <summary>Asks so often a second, whatever becomes of it.</summary>
    public static async Task<Rush> RushAsync(Asking asking, Cast cast, double perSecond)
    {
        var answers = new ConcurrentQueue<Answer>();
        var waiting = new List<Task>();
        var (asked, begun) = (0L, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) is var now && now < Length)
        {
            for (var due = (long)(now.TotalSeconds * perSecond); asked < due; asked++)
            {
                var dice = Dice.For(seed: 12, (int)asked);
                waiting.Add(Task.Run(async () => answers.Enqueue(await AskAsync(asking, cast, dice))));
            }

            await Task.Delay(Tick);
        }

        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await Task.WhenAll(waiting);
        var good = answers.Where(answer => answer.Status is >= 200 and < 300).ToList();
        var away = answers.Where(answer => answer is { Status: 503, SaysWhen: true }).ToList();
        return new(asked / took, good.Count / took, away.Count / took, answers.Count - good.Count - away.Count, P95(good), P95(away), Troubles(answers));
    }

    private static List<string> Troubles(IEnumerable<Answer> answers) =>
        [.. answers.Where(answer => answer.Status is < 200 or >= 300 && answer is not { Status: 503, SaysWhen: true })
            .CountBy(answer => $"{answer.Status} {answer.Body[..Math.Min(120, answer.Body.Length)]}").OrderByDescending(group => group.Value).Take(5).Select(group => $"{group.Value} × {group.Key}")];

    private static Task<Answer> AskAsync(Asking asking, Cast cast, Dice dice)
    {
        var code = cast.Codes[dice.Below(cast.Codes.Count)];
        var token = cast.Tokens[dice.Below(cast.Tokens.Count)];
        return dice.Share() switch
        {
            < 0.2 => asking.PageAsync("/thu-tuc/" + cast.Draw(dice).Want.Procedure.Code),
            < 0.5 => asking.PageAsync("/tra-cuu/" + code),
            < 0.7 => asking.HandInAsync(cast.Draw(dice).Text, string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}")),
            < 0.85 => asking.ReadAsync("/api/v1/tasks?pile=unit&limit=20", token),
            _ => asking.ReadAsync("/api/v1/dossiers/" + code, token),
        };
    }

    private static double P95(List<Answer> answers)
    {
        double[] sorted = [.. answers.Select(answer => answer.Took.TotalMilliseconds).Order()];
        return sorted.Length == 0 ? 0 : sorted[(int)(0.95 * (sorted.Length - 1))];
    }
}
