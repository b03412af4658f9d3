using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MinhBach.Kernel;

/// <summary>
/// Some entries of the journal as they were read: numbers, and what happened as it stands there, one behind the other in one array.
/// One thread fills it, another turns it into records later.
/// </summary>
internal sealed class JournalPage(int most, JournalNames names)
{
    private const int LettersOfEntry = 256;

    // Borrowed: arrays of this size are otherwise given back to the system, and cost more than what is read into them.
    private Row[] rows = ArrayPool<Row>.Shared.Rent(most);
    private byte[] data = ArrayPool<byte>.Shared.Rent(most * LettersOfEntry);
    private int used;

    public int Count { get; private set; }

    /// <summary>Where the last entry stands.</summary>
    public JournalPosition Last { get; private set; }

    /// <summary>Adds an entry; the texts are UTF-8.</summary>
    /// <param name="position">Its place.</param>
    /// <param name="at">Microseconds.</param>
    /// <param name="streamId">Which thing it is about.</param>
    /// <param name="previous">Sequence of the event before it; 0 for the first.</param>
    /// <param name="stream">What kind of thing.</param>
    /// <param name="name">Name of the event.</param>
    /// <param name="actor">Who, as JSON.</param>
    /// <param name="occurred">What, as JSON.</param>
    public void Add(
        JournalPosition position, long at, long streamId, long previous, ReadOnlySpan<byte> stream, ReadOnlySpan<byte> name, ReadOnlySpan<byte> actor, ReadOnlySpan<byte> occurred)
    {
        var (text, type) = names.Event(name);
        if (type is null) occurred = [];
        if (used + occurred.Length > data.Length) Grow(used + occurred.Length);
        occurred.CopyTo(data.AsSpan(used));
        rows[Count++] = new(position, at, streamId, previous, names.Stream(stream), text, names.Actor(actor), type, used, occurred.Length);
        Last = position;
        used += occurred.Length;
    }

    /// <summary>Turns the rows into entries; then the page is done with.</summary>
    /// <exception cref="JsonException">An event cannot be read.</exception>
    public IReadOnlyList<JournalEntry> Read()
    {
        try
        {
            return Entries();
        }
        finally
        {
            ArrayPool<Row>.Shared.Return(rows, clearArray: true);
            ArrayPool<byte>.Shared.Return(data);
            (rows, data) = ([], []);
        }
    }

    private JournalEntry[] Entries()
    {
        var entries = new JournalEntry[Count];
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var row = ref rows[i];
            var occurred = row.Type is null ? null : JsonSerializer.Deserialize(data.AsSpan(row.Start, row.Length), row.Type);
            entries[i] = new(row.Position, CityTime.FromUnixMicroseconds(row.At), row.Stream, row.StreamId, row.Previous == 0 ? null : row.Previous, row.Name, row.Actor, occurred);
        }

        return entries;
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(least, data.Length * 2));
        data.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(data);
        data = larger;
    }

    private readonly record struct Row(
        JournalPosition Position, long At, long StreamId, long Previous, string Stream, string Name, Actor Actor, JsonTypeInfo? Type, int Start, int Length);
}
