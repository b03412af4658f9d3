using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>
/// Walks through a share of the journal from its first entry and holds each entry against the rules: its type is known, it
/// can be read, and it follows the entry before it in its stream. Shares are told apart by the id of the stream, so that
/// several scans side by side see each stream whole.
/// </summary>
public sealed class JournalScan(JournalEventTypes types, IEnumerable<JournalStream> streams, int share, int shares)
{
    private const int TellEvery = 4096;
    private const int ActorsRemembered = 20_000;

    private readonly Dictionary<(string Stream, long Id), long> newest = [];
    private readonly HashSet<string> actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> chained = [.. streams.Select(stream => stream.Name)];

    /// <summary>Receives what can be read, in order.</summary>
    public delegate void Visit(string stream, long streamId, long sequence, Instant at, object occurred);

    /// <summary>How many entries were looked at.</summary>
    public long Count { get; private set; }

    /// <summary>Walks through.</summary>
    /// <param name="connection">Where to read; all shares should see the same moment.</param>
    /// <param name="visit">Receives each entry that can be read.</param>
    /// <param name="found">Receives what is wrong.</param>
    /// <param name="reached">Told now and then how many entries of this share were looked at.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public void Run(DbConnection connection, Visit visit, Action<JournalFault> found, Action<long> reached, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(reached);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sequence, stream, stream_id, coalesce(previous, 0), at, name, data, actor FROM journal_entry WHERE stream_id % {shares} = {share} ORDER BY sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (sequence, stream, id) = (reader.GetInt64(0), Same(reader.GetString(1)), reader.GetInt64(2));
            Follow(stream, id, sequence, reader.GetInt64(3), found);
            if (Read(reader, stream, id, sequence, found) is { } occurred) visit(stream, id, sequence, reader.GetInstant(4), occurred);
            if (++Count % TellEvery != 0) continue;
            reached(Count);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>After the walk: the newest event that the journal has of one thing; 0 for none.</summary>
    public long NewestOf(string stream, long id) => newest.GetValueOrDefault((stream, id));

    /// <summary>After the walk: holds a stream's table against the newest events that were seen.</summary>
    public void CompareNewest(DbConnection connection, JournalStream stream, Action<JournalFault> found)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(found);
        using var command = connection.CreateCommand();
        command.CommandText = $"WITH kept (id, newest) AS ({stream.Newest}) SELECT id, newest FROM kept WHERE id % {shares} = {share}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (id, kept) = (reader.GetInt64(0), reader.IsDBNull(1) ? 0 : reader.GetInt64(1));
            if (kept != NewestOf(stream.Name, id)) found(new(stream.Name, id, "Bảng ghi sự kiện cuối là {0}, nhật ký là {1}.", kept, NewestOf(stream.Name, id)));
        }
    }

    private void Follow(string stream, long id, long sequence, long previous, Action<JournalFault> found)
    {
        if (!chained.Contains(stream)) return;
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(newest, (stream, id), out _);
        if (previous != last) found(new(stream, id, "Chuỗi sự kiện đứt: sự kiện {0} nối vào {1}, đáng lẽ vào {2}.", sequence, previous, last));
        last = sequence;
    }

    private object? Read(DbDataReader reader, string stream, long id, long sequence, Action<JournalFault> found)
    {
        var name = reader.GetString(5);
        try
        {
            if (types.Read(name, reader.GetString(6)) is not { } occurred)
            {
                found(new(stream, id, "Sự kiện {0} thuộc loại “{1}” mà chương trình này không biết.", sequence, name));
                return null;
            }

            if (!IsActor(reader.GetString(7))) found(new(stream, id, "Sự kiện {0} không đọc được: {1}.", sequence, "actor"));
            return occurred;
        }
        catch (JsonException broken)
        {
            found(new(stream, id, "Sự kiện {0} không đọc được: {1}.", sequence, broken.Message.TrimEnd('.')));
            return null;
        }
    }

    // The same few people act again and again.
    private bool IsActor(string text)
    {
        if (actors.Contains(text)) return true;
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("name", out _)) return false;
        if (actors.Count < ActorsRemembered) actors.Add(text);
        return true;
    }

    // One string for each stream instead of millions.
    private string Same(string stream)
    {
        if (names.TryGetValue(stream, out var same)) return same;
        names.Add(stream, stream);
        return stream;
    }
}
