using System.Text;
using MinhBach.Kernel;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;
using NodaTime;

namespace MinhBach.Transparency.Statistics;

/// <summary>
/// Publishes what the city stands by: after each day the figures of the twelve months up to it, after each month those of the month, by
/// agency and by procedure; after each reporting window form 07. File first, then the journal, and with it the log. What is wrong is
/// corrected by a publication that says so, never by another file in its place.
/// </summary>
internal sealed class PublishFigures(CountClosing count, StatisticFiles files, JournalPump pump, JournalReader journal, WriteLanes lanes, LogHome home, TimeProvider clock)
{
    private const string Stream = "statistic";

    // What this node has seen published: not every minute of the day anew.
    private LocalDate? published;

    /// <summary>Publishes what is due and was not published yet; answers how many figures. Waits for a later call where the log has not told yesterday whole.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var today = clock.Today();
        if (published == today || !await IsToldAsync(today, cancellation)) return 0;
        await pump.CatchUpAsync(cancellation);
        var known = await files.NewestAsync(cancellation);
        var made = 0;
        foreach (var closing in Closing.After(today.PlusDays(-1)).Where(closing => !known.ContainsKey(closing)))
        {
            var counted = await count.OfAsync(closing, cancellation);
            // Of the day that ended people want to read that nothing happened; of periods before the city began they do not.
            if (counted.IsEmpty && closing.Period.To != today.PlusDays(-1)) continue;
            if (await PutAsync(closing.Name(1), counted, null, null, cancellation)) made++;
        }

        published = today;
        return made;
    }

    /// <summary>Counts everything again that was published, and corrects what is wrong; answers the names of what was.</summary>
    /// <param name="reason">Why it was wrong, as the log tells it.</param>
    /// <param name="cancellation">Interrupts between two of them.</param>
    public async Task<IReadOnlyList<string>> CorrectAsync(string reason, CancellationToken cancellation = default)
    {
        await pump.CatchUpAsync(cancellation);
        var corrected = new List<string>();
        foreach (var (closing, newest) in (await files.NewestAsync(cancellation)).OrderBy(one => one.Key.Name(1), StringComparer.Ordinal))
        {
            var counted = await count.OfAsync(closing, cancellation);
            if (counted.Sha256 == newest.Sha256) continue;
            if (await PutAsync(closing.Name(newest.Version + 1), counted, newest.Sha256, reason, cancellation)) corrected.Add(closing.Name(1));
        }

        return corrected;
    }

    // What the log does not tell yet nobody could count again; what happens today is not in question.
    private async Task<bool> IsToldAsync(LocalDate today, CancellationToken cancellation) =>
        await journal.AfterAsync(await journal.CursorAsync(EnterJournal.Cursor, cancellation), 1, cancellation) is not [var next] || next.At.DateInCity() >= today;

    private async Task<bool> PutAsync(string name, Counted counted, string? corrects, string? reason, CancellationToken cancellation)
    {
        StatisticFiles.Put(home.Folder, counted.Sha256, counted.File);
        return await lanes.RunAsync(0, async session =>
        {
            // A row that is there was put by another node, or before the last start.
            if (await session.Sql("INSERT INTO transparency_statistic (name, sha256, content, at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING")
                .With(name).With(counted.Sha256).With(Encoding.UTF8.GetString(counted.File)).With(session.Now).RunAsync() == 0) return false;
            await session.AppendAsync(Stream, await session.NextIdAsync(), null, counted.Publish(corrects, reason), Actor.System);
            return true;
        }, cancellation);
    }
}
