namespace MinhBach;

/// <summary>What the command line decides.</summary>
public sealed record CityOptions
{
    /// <summary>Folder for the database, uploads and keys. Default <c>data</c>.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>PostgreSQL connection string; null means SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Whether an empty database is filled with the demo city. Default true.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";
}
