using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MinhBach.Kernel;
using Npgsql;

namespace MinhBach.Tests.Schema;

/// <summary>A query as a page asked it, with what it asked for.</summary>
internal sealed record AskedQuery(string Text, IReadOnlyList<DbParameter> Parameters);

/// <summary>Listens to the queries that EF Core sends to one database, and to those that go there together, until it is disposed of.</summary>
internal sealed partial class AskedQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string ours;
    private readonly Dictionary<string, AskedQuery> asked = new(StringComparer.Ordinal);
    private readonly List<IDisposable> listening = [];
    private readonly List<object?[]> subjects = [];

    public AskedQueries(CityDatabase database)
    {
        ours = database.Kind == DatabaseKind.Sqlite ? Path.GetFullPath(database.SqlitePath) : new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How often the database was asked about one of these values; questions that go together are asked once. Background work asks about others.</summary>
    public int TimesAbout(params object[] values)
    {
        lock (asked) return subjects.Count(about => about.Intersect(values).Any());
    }

    /// <summary>Each query once, by its text with lists of any length made alike.</summary>
    public IReadOnlyDictionary<string, AskedQuery> All
    {
        get
        {
            lock (asked) return new SortedDictionary<string, AskedQuery>(asked, StringComparer.Ordinal);
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name || value == CityDatabase.Asking) listening.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is AskedTogether together && IsOurs(together.Connection))
        {
            lock (asked) subjects.Add([together.About]);
            foreach (var question in together.Questions) Add(question, [together.Connection is SqliteConnection ? new SqliteParameter("$1", together.About) : new NpgsqlParameter { Value = together.About }]);
        }

        if (value.Value is not CommandExecutedEventData { Command: var command } || !command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) || !IsOurs(command.Connection!)) return;
        lock (asked) subjects.Add([.. command.Parameters.Cast<DbParameter>().Select(parameter => parameter.Value)]);
        Add(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]);
    }

    private void Add(string text, IReadOnlyList<DbParameter> parameters)
    {
        lock (asked) asked.TryAdd(Alike(text), new(text, parameters));
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    public void Dispose() => listening.ForEach(one => one.Dispose());

    private static DbParameter Copy(DbParameter parameter) => parameter is NpgsqlParameter postgres
        ? postgres.Clone()
        : new SqliteParameter(parameter.ParameterName, parameter.Value) { DbType = parameter.DbType };

    private static string Alike(string text) => Spaces().Replace(Lists().Replace(text, "(@…)"), " ");

    // Other tests' cities ask at the same time.
    private bool IsOurs(DbConnection connection) => connection switch
    {
        SqliteConnection sqlite => Path.GetFullPath(sqlite.DataSource) == ours,
        _ => connection.Database == ours,
    };

    [GeneratedRegex(@"\(@\w+(, @\w+)*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lists();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
