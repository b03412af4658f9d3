namespace MinhBach.Kernel;

/// <summary>How far those took the journal who store what they made of it together with the place.</summary>
public static class JournalCursors
{
    extension(WriteSession session)
    {
        /// <summary>Moves a cursor forward; answers false, and moves nothing, when it stands there already or further on.</summary>
        public async ValueTask<bool> MoveCursorAsync(string name, JournalPosition position)
        {
            ArgumentNullException.ThrowIfNull(session);
            return await session.Sql("""
                INSERT INTO journal_cursor (name, tx, sequence) VALUES ($1, $2, $3)
                ON CONFLICT (name) DO UPDATE SET tx = excluded.tx, sequence = excluded.sequence
                WHERE (journal_cursor.tx, journal_cursor.sequence) < (excluded.tx, excluded.sequence)
                """).With(name).With(position.Transaction).With(position.Sequence).RunAsync() == 1;
        }

        /// <summary>Puts a cursor back to the first entry.</summary>
        public ValueTask<int> ForgetCursorAsync(string name)
        {
            ArgumentNullException.ThrowIfNull(session);
            return session.Sql("DELETE FROM journal_cursor WHERE name = $1").With(name).RunAsync();
        }
    }
}
