namespace MinhBach.Testing;

/// <summary>The system's own Chromium for tests in a real browser; nothing is downloaded.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>
    /// Arguments for a browser that talks to the tested server only: without them it looks up its maker's hosts at
    /// every start. The sandbox is off because a container's root cannot make one; the pages are our own.
    /// </summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    /// <summary>The path of the executable (<c>MINHBACH_TEST_CHROMIUM</c> or the PATH); without it the test is skipped.</summary>
    public static string Find() => Requirements.Present(
        Requirements.Browser,
        Environment.GetEnvironmentVariable("MINHBACH_TEST_CHROMIUM") is { Length: > 0 } given
            ? given
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(_ => Names, Path.Combine)
                .FirstOrDefault(File.Exists),
        "Chromium is not here: no chromium on the PATH, and MINHBACH_TEST_CHROMIUM is not set.");
}
