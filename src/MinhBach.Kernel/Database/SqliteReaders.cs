using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MinhBach.Kernel;

/// <summary>
/// Connections of SQLite that rest between questions and keep the statements of those they were asked, so that the same questions are not made into
/// statements for each asker. Safe for many threads.
/// </summary>
internal sealed class SqliteReaders : IDisposable
{
    // SQLite answers on the thread that asks: hardly more than that are at work at a time, and each has a memory of its own.
    private static readonly int Most = 2 * Environment.ProcessorCount;

    private readonly ConcurrentStack<Reader> resting = [];
    private volatile bool isClosed;

    /// <summary>One that rests, for the caller alone until it is given back or disposed of; null if none does.</summary>
    public Reader? Take() => resting.TryPop(out var reader) ? reader : null;

    /// <inheritdoc />
    public void Dispose()
    {
        isClosed = true;
        Close();
    }

    private void GiveBack(Reader reader)
    {
        if (resting.Count >= Most) reader.Dispose();
        else resting.Push(reader);
        if (isClosed) Close();
    }

    private void Close()
    {
        while (resting.TryPop(out var reader)) reader.Dispose();
    }

    /// <summary>A connection with its statements.</summary>
    internal sealed class Reader(SqliteReaders home, SqliteConnection connection) : IDisposable
    {
        private readonly Dictionary<IReadOnlyList<string>, SqliteCommand> commands = new(ReferenceEqualityComparer.Instance);

        /// <summary>Asks; it rests again once the answers are disposed of.</summary>
        public Answers Ask(IReadOnlyList<string> questions, object about)
        {
            try
            {
                AskedTogether.Tell(connection, questions, about);
                if (!commands.TryGetValue(questions, out var command))
                {
                    command = new(string.Join(";\n", questions), connection);
                    command.Prepare();
                    commands.Add(questions, command);
                }

                command.Parameters.Clear();
                command.Parameters.AddWithValue("$1", about);
                return new(command.ExecuteReader(), LetGo);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public void Dispose() => connection.Dispose();

        private ValueTask LetGo()
        {
            home.GiveBack(this);
            return default;
        }
    }
}
