using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using MinhBach.Kernel;

namespace MinhBach.Dossiers.Check;

/// <summary>The codes of each agency and day: 1, 2, 3 … without a gap, and the counter one ahead of the last.</summary>
internal sealed class CodeSeries
{
    private const int Named = 5;

    private readonly Dictionary<string, Numbers> series = new(StringComparer.Ordinal);

    /// <summary>Takes a code; false when it is none.</summary>
    public bool Take(string code)
    {
        var cut = code.LastIndexOf('-');
        if (cut < 1 || !int.TryParse(code.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return false;
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(series.GetAlternateLookup<ReadOnlySpan<char>>(), code.AsSpan(0, cut), out _);
        known = new(known.Count + 1, Math.Max(known.Highest, number));
        return true;
    }

    public void Add(CodeSeries other)
    {
        foreach (var (name, numbers) in other.series)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(series, name, out _);
            known = new(known.Count + numbers.Count, Math.Max(known.Highest, numbers.Highest));
        }
    }

    /// <summary>No code occurs twice (the table forbids it), so a series is whole when it counts as many as its highest number.</summary>
    public void Check(DbConnection connection, Findings findings)
    {
        foreach (var (name, numbers) in series.Where(item => item.Value.Count != item.Value.Highest))
            findings.Add(name, "Dãy mã trong ngày không liền: có {0} mã, số lớn nhất là {1}, thiếu {2}.", numbers.Count, numbers.Highest, Missing(connection, name, numbers.Highest));
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, next FROM kernel_number";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (series.Remove(reader.GetString(0), out var numbers) && numbers.Highest + 1 != reader.GetInt64(1))
                findings.Add(reader.GetString(0), "Số kế tiếp của dãy mã là {0}, đáng lẽ là {1}.", reader.GetInt64(1), numbers.Highest + 1);
        }

        foreach (var name in series.Keys) findings.Add(name, "Dãy mã không có số kế tiếp.");
    }

    private static string Missing(DbConnection connection, string name, int highest)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT code FROM dossiers_dossier WHERE code LIKE '{name.Replace("'", "''", StringComparison.Ordinal)}-%'";
        using var reader = command.ExecuteReader();
        var there = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) there.Add(reader.GetString(0));
        var missing = Enumerable.Range(1, highest).Where(number => !there.Contains(string.Create(CultureInfo.InvariantCulture, $"{name}-{number:D4}"))).Take(Named + 1).ToList();
        return string.Join(", ", missing.Take(Named)) + (missing.Count > Named ? " …" : "");
    }

    private readonly record struct Numbers(int Count, int Highest);
}
