using System.Globalization;

namespace MinhBach.Benchmarks;

/// <summary>Processor time of processes, from what Linux tells of them.</summary>
internal static class ProcessTime
{
    // Linux counts in hundredths of a second.
    private const double TicksPerSecond = 100;

    /// <summary>Of one process; nothing when it has ended.</summary>
    /// <param name="id">Which.</param>
    /// <param name="children">Also of its children that have ended.</param>
    public static TimeSpan Of(int id, bool children = false)
    {
        var fields = Fields(id);
        if (fields.Length == 0) return TimeSpan.Zero;
        return Sum(fields[11], fields[12]) + (children ? Sum(fields[13], fields[14]) : TimeSpan.Zero);
    }

    /// <summary>Of a process with all its children, those that have ended too.</summary>
    public static TimeSpan OfAll(int id)
    {
        var sum = Of(id, children: true);
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var other)
                && Fields(other) is { Length: > 0 } fields && fields[1] == id.ToString(CultureInfo.InvariantCulture)) sum += Of(other);
        }

        return sum;
    }

    // What stands behind the program's name, which may hold spaces: state, parent, …
    private static string[] Fields(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static TimeSpan Sum(string user, string system) =>
        TimeSpan.FromSeconds((long.Parse(user, CultureInfo.InvariantCulture) + long.Parse(system, CultureInfo.InvariantCulture)) / TicksPerSecond);
}
