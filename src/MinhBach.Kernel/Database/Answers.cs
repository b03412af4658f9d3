using System.Data.Common;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>Questions that were asked in one go.</summary>
/// <param name="Connection">Where.</param>
/// <param name="Questions">Each one statement.</param>
/// <param name="About">What <c>$1</c> stands for.</param>
public sealed record AskedTogether(DbConnection Connection, IReadOnlyList<string> Questions, object About)
{
    internal static void Tell(DbConnection connection, IReadOnlyList<string> questions, object about)
    {
        if (CityDatabase.Asking.IsEnabled()) CityDatabase.Asking.Write(nameof(CityDatabase.AskAsync), new AskedTogether(connection, questions, about));
    }
}

/// <summary>The answers to <see cref="CityDatabase.AskAsync" />, which hold the connection that they come over.</summary>
public sealed class Answers : IAsyncDisposable
{
    private readonly Func<ValueTask> letGo;

    internal Answers(DbDataReader rows, Func<ValueTask> letGo) => (Rows, this.letGo) = (rows, letGo);

    /// <summary>The rows of the first answer, and after each <see cref="DbDataReader.NextResultAsync()" /> those of the next.</summary>
    public DbDataReader Rows { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Rows.DisposeAsync();
        await letGo();
    }
    internal static async Task<Answers> OfAsync(NpgsqlConnection connection, IReadOnlyList<string> questions, object about, CancellationToken cancellation)
    {
        var batch = new NpgsqlBatch(connection);
        try
        {
            AskedTogether.Tell(connection, questions, about);
            foreach (var question in questions) batch.BatchCommands.Add(new(question) { Parameters = { new() { Value = about } } });
            return new(await batch.ExecuteReaderAsync(cancellation), LetGoAsync);
        }
        catch
        {
            await LetGoAsync();
            throw;
        }

        async ValueTask LetGoAsync()
        {
            await batch.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
