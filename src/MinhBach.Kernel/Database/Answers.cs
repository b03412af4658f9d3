using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>Questions that were asked in one go.</summary>
/// <param name="Connection">Where.</param>
/// <param name="Questions">Each one statement.</param>
/// <param name="About">What <c>$1</c> stands for.</param>
public sealed record AskedTogether(DbConnection Connection, IReadOnlyList<string> Questions, object About);

/// <summary>The answers to <see cref="CityDatabase.AskAsync" />, and the connection that they come over.</summary>
public sealed class Answers : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly IAsyncDisposable asked;

    private Answers(DbConnection connection, IAsyncDisposable asked, DbDataReader rows) => (this.connection, this.asked, Rows) = (connection, asked, rows);

    /// <summary>The rows of the first answer, and after each <see cref="DbDataReader.NextResultAsync()" /> those of the next.</summary>
    public DbDataReader Rows { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Rows.DisposeAsync();
        await asked.DisposeAsync();
        await connection.DisposeAsync();
    }

    internal static async Task<Answers> OfAsync(DbConnection connection, IReadOnlyList<string> questions, object about, CancellationToken cancellation)
    {
        IAsyncDisposable? asked = null;
        try
        {
            if (connection is NpgsqlConnection postgres)
            {
                var batch = new NpgsqlBatch(postgres);
                asked = batch;
                foreach (var question in questions) batch.BatchCommands.Add(new(question) { Parameters = { new() { Value = about } } });
                return new(connection, batch, await batch.ExecuteReaderAsync(cancellation));
            }

            var command = new SqliteCommand(string.Join(";\n", questions), (SqliteConnection)connection) { Parameters = { new("$1", about) } };
            asked = command;
            return new(connection, command, await command.ExecuteReaderAsync(cancellation));
        }
        catch
        {
            if (asked is not null) await asked.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }
}
