using System.Globalization;

namespace MinhBach.Benchmarks;

/// <summary>Memory of processes, from what Linux tells of them.</summary>
internal static class ProcessMemory
{
    /// <summary>What a process holds of its own (<c>RssAnon</c>), in megabytes.</summary>
    public static double Own(int id) =>
        double.Parse(File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
