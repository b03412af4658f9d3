using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace MinhBach.Tests.Dossiers.Track;

/// <summary>Counts the queries that EF Core ran.</summary>
[ProviderAlias("Queries")]
internal sealed class QueryCounter : ILoggerProvider, ILogger
{
    private int count;

    public int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, value);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId == RelationalEventId.CommandExecuted) Interlocked.Increment(ref count);
    }

    public void Dispose()
    {
    }
}
