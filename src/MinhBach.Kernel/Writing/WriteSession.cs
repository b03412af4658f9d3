using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>
/// What one command sees while it runs in a lane: prepared SQL and, where speed does not matter, EF Core, both inside the
/// batch's transaction. Not to be kept after the command.
/// </summary>
public sealed class WriteSession
{
    private readonly LaneConnection lane;
    private readonly bool guarded;
    private List<Action>? afterCommit;
    private CityDb? db;
    private (string Key, KeptAnswer Made)? answer;
    private bool saved;

    internal WriteSession(LaneConnection lane, DbTransaction transaction, Instant now, bool guarded)
    {
        this.lane = lane;
        this.guarded = guarded;
        Transaction = transaction;
        Now = now;
        lane.BeginCommand();
    }

    /// <summary>The server's time for this command.</summary>
    public Instant Now { get; }

    /// <summary>Which database this is.</summary>
    public DatabaseKind Kind => lane.Kind;

    internal DbTransaction Transaction { get; }

    internal bool Journalled { get; private set; }

    internal bool HasWritten { get; private set; }

    /// <summary>Whether EF Core is at work on the connection: it would not see what is not sent.</summary>
    internal bool HasContext => db is not null;

    internal IReadOnlyList<Action>? AfterCommit => afterCommit;

    /// <summary>A statement with places $1 … $n, prepared once per lane.</summary>
    public Sql Sql(string text) => lane.Statement(text).For(this);

    /// <summary>EF Core on the same connection and transaction; saves only what is added to it explicitly.</summary>
    public async ValueTask<CityDb> DbAsync()
    {
        if (db is not null) return db;
        await BeforeStatementAsync(writes: true);
        await lane.SendAsync();
        db = lane.Context();
        await db.Database.UseTransactionAsync(Transaction);
        return db;
    }

    /// <summary>A new id, unique in the whole city: small, rising, never reused.</summary>
    public async ValueTask<long> NextIdAsync()
    {
        if (lane.TryTakeId(out var id)) return id;
        await BeforeStatementAsync(writes: true);
        var next = await Sql("""
            INSERT INTO kernel_number (name, next) VALUES ('id', 1 + $1)
            ON CONFLICT (name) DO UPDATE SET next = kernel_number.next + $1 RETURNING next
            """).With(LaneConnection.IdBlock).FirstAsync(row => row.GetInt64(0));
        return lane.TakeIdsUpTo(next);
    }

    /// <summary>
    /// The next number of a gapless series (1, 2, 3 …), such as a day's dossier numbers. A command that fails gives its number back.
    /// </summary>
    public async ValueTask<long> NextNumberAsync(string series) =>
        await Sql("""
            INSERT INTO kernel_number (name, next) VALUES ($1, 2)
            ON CONFLICT (name) DO UPDATE SET next = kernel_number.next + 1 RETURNING next
            """).With(series).FirstAsync(row => row.GetInt64(0)) - 1;

    /// <summary>Writes an event to the journal and answers its sequence, which the stream keeps as its newest.</summary>
    /// <param name="stream">Kind of thing, such as <c>dossier</c>.</param>
    /// <param name="streamId">Which one.</param>
    /// <param name="previous">The stream's newest sequence so far; null for its first event.</param>
    /// <param name="occurred">A record marked with <see cref="JournalEventAttribute"/>.</param>
    /// <param name="actor">Who did it.</param>
    public ValueTask<long> AppendAsync(string stream, long streamId, long? previous, object occurred, Actor actor) =>
        AppendAsync(stream, streamId, previous, new JournalText(occurred), actor, Now);

    /// <summary>Writes an event that was decided, and whose text was made, before.</summary>
    /// <param name="stream">Kind of thing, such as <c>dossier</c>.</param>
    /// <param name="streamId">Which one.</param>
    /// <param name="previous">The stream's newest sequence so far; null for its first event.</param>
    /// <param name="occurred">The event.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="at">When it was decided: the same moment as in whatever else the decision wrote.</param>
    public async ValueTask<long> AppendAsync(string stream, long streamId, long? previous, JournalText occurred, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(occurred);
        Journalled = true;
        if (Kind == DatabaseKind.Sqlite)
        {
            await Sql("INSERT INTO journal_entry (tx, at, stream, stream_id, previous, name, actor, data) VALUES (0, $1, $2, $3, $4, $5, $6, $7)")
                .With(at).With(stream).With(streamId).With(previous).With(occurred.Name).With(lane.Text(actor)).With(occurred.Data).RunAsync();
            return lane.LastRowId();
        }

        var sequence = await lane.NextSequenceAsync(previous);
        await Sql("""
            INSERT INTO journal_entry (sequence, tx, at, stream, stream_id, previous, name, actor, data)
            VALUES ($1, pg_current_xact_id()::text::bigint, $2, $3, $4, $5, $6, $7, $8)
            """)
            .With(sequence).With(at).With(stream).With(streamId).With(previous).With(occurred.Name).With(lane.Text(actor)).With(occurred.Data).LaterAsync();
        return sequence;
    }

    /// <summary>Runs after the batch is durable and before the caller is answered: swap a cache, ring a bell. It must not fail.</summary>
    public void OnCommitted(Action action) => (afterCommit ??= []).Add(action);

    internal async ValueTask<KeptAnswer?> AnswerToAsync(string key) => Kind == DatabaseKind.Postgres
        ? lane.AnswerTo(key)
        : await Sql("SELECT fingerprint, answer FROM kernel_idempotency WHERE key = $1").With(key).FirstAsync(row => new KeptAnswer(row.GetString(0), row.GetString(1)));

    internal ValueTask KeepAnswerAsync(string key, KeptAnswer made)
    {
        answer = (key, made);
        return Sql("INSERT INTO kernel_idempotency (key, at, fingerprint, answer) VALUES ($1, $2, $3, $4)")
            .With(key).With(Now).With(made.Fingerprint).With(made.Answer).LaterAsync();
    }

    internal async ValueTask BeforeStatementAsync(bool writes)
    {
        HasWritten |= writes;
        // On PostgreSQL a query that fails spoils the transaction as a write does.
        if (saved || !guarded || (!writes && Kind == DatabaseKind.Sqlite)) return;
        saved = true;
        await lane.ControlAsync("SAVEPOINT command", Transaction);
    }

    internal async ValueTask KeepAsync()
    {
        await LeaveAsync();
        if (saved) await lane.ControlAsync("RELEASE SAVEPOINT command", Transaction);
        // A neighbour in the group may repeat it.
        if (answer is var (key, made)) lane.Keep(key, made);
    }

    internal async ValueTask UndoAsync()
    {
        await LeaveAsync();
        // Without a savepoint it has written nothing, and what is pending is its neighbours'.
        if (!saved) return;
        lane.ForgetPending();
        lane.ForgetIds();
        await lane.ControlAsync("ROLLBACK TO SAVEPOINT command", Transaction);
        await lane.ControlAsync("RELEASE SAVEPOINT command", Transaction);
    }

    internal async ValueTask LeaveAsync()
    {
        if (db is not null) await db.DisposeAsync();
        db = null;
    }
}
