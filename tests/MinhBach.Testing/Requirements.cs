using Xunit;

namespace MinhBach.Testing;

/// <summary>
/// What a test needs from its machine beyond the .NET SDK. Where it is absent the test is skipped with a plain reason,
/// unless <c>MINHBACH_TEST_REQUIRE</c> (a comma list of postgres, browser, data, go) names it: then the test fails.
/// </summary>
public static class Requirements
{
    /// <summary>A PostgreSQL server, or the programs to start one.</summary>
    public const string Postgres = "postgres";

    /// <summary>Chromium.</summary>
    public const string Browser = "browser";

    /// <summary>The shared data folder.</summary>
    public const string Data = "data";

    /// <summary>Go with golang.org/x/mod, as Debian packages them.</summary>
    public const string Go = "go";

    /// <summary>True where the named thing must be present.</summary>
    public static bool IsRequired(string name) =>
        (Environment.GetEnvironmentVariable("MINHBACH_TEST_REQUIRE") ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the value, or ends the test because the thing it needs is absent.</summary>
    public static T Present<T>(string name, T? value, string reason)
        where T : class
    {
        if (value is null)
        {
            Missing(name, reason);
        }

        return value!;
    }

    /// <summary>Ends the running test: skipped with the reason, or failed where the thing is required.</summary>
    public static void Missing(string name, string reason)
    {
        if (IsRequired(name))
        {
            Assert.Fail($"{reason} (MINHBACH_TEST_REQUIRE asks for {name}.)");
        }

        Assert.Skip(reason);
    }
}
