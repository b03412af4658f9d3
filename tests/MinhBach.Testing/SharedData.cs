namespace MinhBach.Testing;

/// <summary>Real data beside the checkout (<c>shared/data</c>), which tests use where it is present.</summary>
public static class SharedData
{
    private static readonly Lazy<string?> Root = new(FindRoot);

    /// <summary>The full path of a file or folder below <c>shared/data</c>; without it the test is skipped.</summary>
    /// <param name="relative">For example <c>procedures/national-2026/tthc.ndjson.gz</c>.</param>
    public static string Find(string relative)
    {
        var root = Requirements.Present(
            Requirements.Data,
            Root.Value,
            "The shared data is not here: no folder shared/data above the tests, and MINHBACH_SHARED_DATA is not set.");
        var path = Path.Combine(root, relative);
        if (!Path.Exists(path))
        {
            Requirements.Missing(Requirements.Data, $"The shared data at {root} has no {relative}.");
        }

        return path;
    }

    private static string? FindRoot()
    {
        if (Environment.GetEnvironmentVariable("MINHBACH_SHARED_DATA") is { Length: > 0 } given)
        {
            return Directory.Exists(given) ? given : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
