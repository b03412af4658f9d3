using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Mining.Import;

/// <summary>A source as it stands when an import begins.</summary>
internal sealed record KnownSource(long Id, string Map, long LastSequence);

/// <summary>A file as it stands when an import begins.</summary>
internal sealed record KnownFile(long Id, Taken Taken, Instant? FinishedAt);

/// <summary>How far a file was brought in.</summary>
/// <param name="Cases">Cases that are done with.</param>
/// <param name="Added">Of those, written.</param>
/// <param name="Same">There already, the same.</param>
/// <param name="Differing">There already, and said something else.</param>
internal readonly record struct Taken(long Cases, long Added, long Same, long Differing);

/// <summary>A case ready to be written.</summary>
internal sealed record PreparedCase(long Number, string Key, int Turn, long Digest, JournalText Text);

/// <summary>The statements of an import.</summary>
internal static class ImportStore
{
    public static ValueTask<KnownSource?> FindSourceAsync(WriteSession session, string slug) =>
        session.Sql("SELECT id, map, last_sequence FROM mining_source WHERE slug = $1").With(slug).FirstAsync(row => new KnownSource(row.GetInt64(0), row.GetString(1), row.GetInt64(2)));

    public static ValueTask<KnownFile?> FindFileAsync(WriteSession session, long source, string hash) =>
        session.Sql("SELECT id, taken, added, same, differing, finished_at FROM mining_file WHERE source_id = $1 AND hash = $2").With(source).With(hash)
            .FirstAsync(row => new KnownFile(
                row.GetInt64(0), new(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)), row.IsDBNull(5) ? null : CityTime.FromUnixMicroseconds(row.GetInt64(5))));

    public static ValueTask<int> AddSourceAsync(WriteSession session, long id, string slug, string map, long sequence) =>
        session.Sql("INSERT INTO mining_source (id, slug, map, last_sequence) VALUES ($1, $2, $3, $4)").With(id).With(slug).With(map).With(sequence).RunAsync();

    public static ValueTask<int> MoveSourceAsync(WriteSession session, long id, long sequence) =>
        session.Sql("UPDATE mining_source SET last_sequence = $2 WHERE id = $1").With(id).With(sequence).RunAsync();

    public static ValueTask<long> SequenceOfAsync(WriteSession session, long source) =>
        session.Sql("SELECT last_sequence FROM mining_source WHERE id = $1").With(source).FirstAsync(row => row.GetInt64(0));

    public static ValueTask<int> AddFileAsync(WriteSession session, long id, long source, LogImportBegun begun, string problems) =>
        session.Sql("""
            INSERT INTO mining_file (id, source_id, name, hash, format, cases, events, problems, taken, added, same, differing, begun_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 0, 0, $9)
            """)
            .With(id).With(source).With(begun.FileName).With(begun.Sha256).WithInt((int)begun.Format).With(begun.Cases).With(begun.Events).With(problems).With(session.Now).RunAsync();

    /// <summary>Whether the file stood where this import left it: nobody else brings it in.</summary>
    public static async ValueTask<bool> MoveFileAsync(WriteSession session, long id, Taken before, Taken after) =>
        await session.Sql("UPDATE mining_file SET taken = $2, added = $3, same = $4, differing = $5 WHERE id = $1 AND taken = $6 AND finished_at IS NULL")
            .With(id).With(after.Cases).With(after.Added).With(after.Same).With(after.Differing).With(before.Cases).RunAsync() == 1;

    public static async ValueTask<bool> FinishFileAsync(WriteSession session, long id, long cases) =>
        await session.Sql("UPDATE mining_file SET finished_at = $2 WHERE id = $1 AND taken = $3 AND finished_at IS NULL").With(id).With(session.Now).With(cases).RunAsync() == 1;

    public static async ValueTask<bool> HasOthersAsync(WriteSession session, long source, long file) =>
        await session.Sql("SELECT count(*) FROM mining_file WHERE source_id = $1 AND id <> $2").With(source).With(file).FirstAsync(row => row.GetInt64(0)) > 0;

    public static ValueTask<long?> DigestOfAsync(WriteSession session, long source, PreparedCase one) =>
        session.Sql("SELECT digest FROM mining_case WHERE source_id = $1 AND case_key = $2 AND turn = $3").With(source).With(one.Key).WithInt(one.Turn).FirstAsync(row => (long?)row.GetInt64(0));

    public static ValueTask AddCaseAsync(WriteSession session, long source, long file, PreparedCase one, long id, long sequence) =>
        session.Sql("INSERT INTO mining_case (source_id, case_key, turn, id, file_id, number, digest, sequence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
            .With(source).With(one.Key).WithInt(one.Turn).With(id).With(file).With(one.Number).With(one.Digest).With(sequence).LaterAsync();
}
