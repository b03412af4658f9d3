using System.Globalization;

namespace MinhBach.Benchmarks;

/// <summary>What the command line says beside the verb; a benchmark takes what concerns it.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>Rounds of the benchmarks that run in rounds of a second and more. Default 9.</summary>
    public int Rounds { get; init; } = 9;

    /// <summary>Dossiers of the city that is asked; null means what the benchmark thinks right.</summary>
    public int? Dossiers { get; init; }

    /// <summary>Where cities that are made once are kept; null means beside the temporary files.</summary>
    public string? Data { get; init; }

    /// <summary>Only <c>sqlite</c> or only <c>postgres</c>; null means both.</summary>
    public string? Only { get; init; }

    /// <summary>Minutes of a load. Default 30.</summary>
    public int Minutes { get; init; } = 30;

    /// <summary>A load as so many times that of Hanoi's average hour at work. Default 20.</summary>
    public int Times { get; init; } = 20;

    /// <summary>Reads <c>--name value</c> pairs; null when something else stands there.</summary>
    public static BenchmarkOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length) return null;
            var value = arguments[i + 1];
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed : (int?)null;
            BenchmarkOptions? read = arguments[i] switch
            {
                "--rounds" => number is { } rounds ? options with { Rounds = rounds } : null,
                "--dossiers" => number is { } dossiers ? options with { Dossiers = dossiers } : null,
                "--minutes" => number is { } minutes ? options with { Minutes = minutes } : null,
                "--times" => number is { } times ? options with { Times = times } : null,
                "--data" => options with { Data = value },
                "--only" => value is "sqlite" or "postgres" ? options with { Only = value } : null,
                _ => null,
            };
            if (read is null) return null;
            options = read;
        }

        return options;
    }
}
