using Npgsql;

namespace MinhBach.Kernel;

/// <summary>
/// What the commands of a group have written on PostgreSQL and not sent yet. The same statement of many commands becomes one
/// statement over arrays, and all of them go out in one round trip: a statement for each row costs the server three times as
/// much, and each round trip as much again. The writes of one command keep their order among themselves.
/// </summary>
internal sealed class PendingWrites(NpgsqlConnection connection)
{
    private readonly Dictionary<string, Queue<PostgresRows>> free = new(StringComparer.Ordinal);
    private readonly List<PostgresRows> waiting = [];
    private int place = -1;

    /// <summary>Whether sending has failed since the group began: whichever command was at work then, it need not be the culprit.</summary>
    public bool Failed { get; private set; }

    public void BeginGroup()
    {
        Failed = false;
        Forget();
    }

    /// <summary>What is added from here on belongs to another command.</summary>
    public void BeginCommand() => place = -1;

    public void Add(NpgsqlCommand row, Func<Exception>? untouched)
    {
        // Behind what the command wrote before; rows of one INSERT keep their order by themselves.
        var first = place < 0 ? 0 : PostgresRows.Appends(row.CommandText) ? place : place + 1;
        var found = first < waiting.Count ? waiting.FindIndex(first, rows => rows.Text == row.CommandText) : -1;
        if (found < 0)
        {
            found = waiting.Count;
            waiting.Add(free.TryGetValue(row.CommandText, out var known) && known.TryDequeue(out var rows) ? rows : new PostgresRows(row));
        }

        waiting[place = found].Add(row, untouched);
    }

    public async ValueTask SendAsync()
    {
        if (waiting.Count == 0) return;
        try
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var rows in waiting) batch.BatchCommands.Add(rows.Command);
            await batch.ExecuteNonQueryAsync();
            foreach (var rows in waiting) rows.Check();
        }
        catch
        {
            Failed = true;
            throw;
        }
        finally
        {
            Forget();
        }
    }

    public void Forget()
    {
        foreach (var rows in waiting)
        {
            rows.Clear();
            if (!free.TryGetValue(rows.Text, out var known)) free.Add(rows.Text, known = []);
            known.Enqueue(rows);
        }

        waiting.Clear();
        place = -1;
    }
}
