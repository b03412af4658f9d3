using MinhBach.Commands;
using MinhBach.Kernel;
using MinhBach.Testing;

namespace MinhBach.Tests.Operations;

/// <summary>The command line as somebody at a terminal uses it.</summary>
internal static class CommandRun
{
    /// <summary>Runs a verb to its end.</summary>
    /// <returns>Its exit code and all it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await using var said = new StringWriter();
        var writer = TextWriter.Synchronized(said);
        var code = await CommandLine.RunAsync(arguments, writer, writer);
        return (code, said.ToString());
    }

    /// <summary>The options by which a verb finds a city.</summary>
    public static string[] Where(CityOptions city) =>
        city.Database is null ? ["--data", city.DataFolder] : ["--data", city.DataFolder, "--database", city.Database];

    /// <summary>A place where there is nothing yet.</summary>
    public static CityOptions Vacant(TestDatabase database) => new()
    {
        DataFolder = Directory.CreateTempSubdirectory("minhbach-test-").FullName,
        Database = database.Kind == DatabaseKind.Postgres ? database.ConnectionString : null,
    };
}
