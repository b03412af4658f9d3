using NodaTime;

namespace MinhBach.Kernel;

/// <summary>
/// One prepared statement of a lane. Places are written <c>$1 … $n</c>, each used at least once, and bound in the order of their numbers
/// with <c>With</c>; the types of the places must be the same at every use of the same text.
/// </summary>
public abstract class Sql
{
    private int next;

    private protected Sql()
    {
    }

    private protected WriteSession? Session { get; private set; }

    /// <summary>Binds a whole number.</summary>
    public Sql With(long? value)
    {
        Bind(next++, value);
        return this;
    }

    /// <summary>Binds a 32-bit whole number (a column of CLR type int).</summary>
    public Sql WithInt(int? value)
    {
        Bind(next++, value);
        return this;
    }

    /// <summary>Binds text.</summary>
    public Sql With(string? value)
    {
        Bind(next++, value);
        return this;
    }

    /// <summary>Binds a truth value.</summary>
    public Sql With(bool value)
    {
        Bind(next++, value);
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Sql With(byte[]? value)
    {
        Bind(next++, value);
        return this;
    }

    /// <summary>Binds a real number.</summary>
    public Sql WithReal(double? value)
    {
        Bind(next++, value);
        return this;
    }

    /// <summary>Binds an instant, stored as microseconds.</summary>
    public Sql With(Instant? value) => With(value?.ToUnixMicroseconds());

    /// <summary>Binds a date, stored as ISO text.</summary>
    public Sql With(LocalDate? value) => With(value is { } date ? CityTime.WriteDay(date) : null);

    /// <summary>Runs the statement; answers how many rows it touched.</summary>
    public abstract ValueTask<int> RunAsync();

    /// <summary>
    /// Runs the statement before anything else is read and before the commit, in its place among the command's own writes. On
    /// PostgreSQL the same statement of many commands then goes out as one, so commands that write the same row must find that
    /// out by a check of theirs (a revision in the WHERE).
    /// </summary>
    /// <param name="untouched">What went wrong when it touched no row; null when that may be.</param>
    public abstract ValueTask LaterAsync(Func<Exception>? untouched = null);

    /// <summary>Reads the first row; default when there is none.</summary>
    public abstract ValueTask<T?> FirstAsync<T>(Func<SqlRow, T> read);

    /// <summary>Reads all rows.</summary>
    public abstract ValueTask<List<T>> ListAsync<T>(Func<SqlRow, T> read);

    internal Sql For(WriteSession user)
    {
        Session = user;
        next = 0;
        return this;
    }

    internal abstract void Dispose();

    private protected abstract void Bind(int place, long? value);

    private protected abstract void Bind(int place, int? value);

    private protected abstract void Bind(int place, string? value);

    private protected abstract void Bind(int place, bool value);

    private protected abstract void Bind(int place, byte[]? value);

    private protected abstract void Bind(int place, double? value);
}
