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

        /// <summary>Moves a cursor from where its owner knows it to stand; answers false, and moves nothing, when somebody else has moved it.</summary>
        public async ValueTask<bool> MoveCursorAsync(string name, JournalPosition from, JournalPosition to)
        {
            ArgumentNullException.ThrowIfNull(session);
            var moved = from == JournalPosition.Start
                ? session.Sql("INSERT INTO journal_cursor (name, tx, sequence) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING")
                : session.Sql("UPDATE journal_cursor SET tx = $2, sequence = $3 WHERE name = $1 AND tx = $4 AND sequence = $5");
            moved = moved.With(name).With(to.Transaction).With(to.Sequence);
            if (from != JournalPosition.Start) moved = moved.With(from.Transaction).With(from.Sequence);
            return await moved.RunAsync() == 1;
        }

        /// <summary>Puts a cursor back to the first entry.</summary>
        public ValueTask<int> ForgetCursorAsync(string name)
        {
            ArgumentNullException.ThrowIfNull(session);
            return session.Sql("DELETE FROM journal_cursor WHERE name = $1").With(name).RunAsync();
        }
    }
}
