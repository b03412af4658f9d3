using System.Text.Json;

namespace MinhBach.Kernel;

/// <summary>
/// An event as the journal keeps it. Whoever knows what will be written before the lane gets to it makes the text there, so that
/// the lane, which everybody waits for, does not.
/// </summary>
public sealed class JournalText
{
    /// <summary>Writes an event down.</summary>
    /// <param name="occurred">A record marked with <see cref="JournalEventAttribute"/>.</param>
    public JournalText(object occurred)
    {
        ArgumentNullException.ThrowIfNull(occurred);
        var type = occurred.GetType();
        Name = JournalEventTypes.NameOf(type);
        Data = JsonSerializer.Serialize(occurred, type, KernelJson.Options);
    }

    internal string Name { get; }

    internal string Data { get; }
}
