using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>An entry that was read, or why it cannot be.</summary>
internal readonly record struct ParsedEntry(LogEntry? Entry, WatchFinding? Fault);

/// <summary>The entries of a checked bundle as objects. Bundles are parsed beside each other, and taken in their order.</summary>
internal sealed record ParsedBundle(CheckedBundle Checked, IReadOnlyList<ParsedEntry> Entries)
{
    // What lies outside was not recorded by a city that has this program, and some of it is no day in the city.
    private static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2999, 12, 31, 0, 0);

    public static ParsedBundle Of(CheckedBundle bundle)
    {
        var entries = new ParsedEntry[bundle.Entries.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = Read(bundle.Entries[i].Span, bundle.FirstIndex + i);
        return new(bundle, entries);
    }

    private static ParsedEntry Read(ReadOnlySpan<byte> bytes, long index)
    {
        try
        {
            var entry = LogEntryJson.Read(bytes);
            if (Lacking(entry) is { } lacking) return Fault("entry.schema", "Mục {0} thiếu “{1}”, điều mà khuôn dạng bắt buộc.", lacking);
            if (entry.At < Earliest || entry.At > Latest || entry.Logged < Earliest || entry.Logged > Latest) return Fault("entry.time", "Mục {0} ghi thời điểm không thể có.");
            return LogEntryJson.Write(entry).AsSpan().SequenceEqual(bytes)
                ? new(entry, Fault: null)
                : new(entry, new WatchFinding("entry.form", "Mục {0} không được viết theo cách viết duy nhất của khuôn dạng.", index + 1) { Entry = index });
        }
        catch (LogException broken)
        {
            return Fault("entry.unreadable", "Mục {0} không đọc được: {1}", broken.Message);
        }

        ParsedEntry Fault(string code, string sentence, params ReadOnlySpan<object> values) => new(Entry: null, new(code, sentence, [index + 1, .. values]) { Entry = index });
    }

    private static string? Lacking(LogEntry entry) =>
        entry.Type is null or "" ? "type"
        : entry.Case is null ? null
        : entry.Procedure is null or "" ? "procedure"
        : entry.Agency is null or "" ? "agency"
        : entry.Commitment is null ? "commitment"
        : null;
}
