namespace MinhBach.Analyzers;

/// <summary>What kind of place in the application a file is.</summary>
internal enum PlaceKind
{
    /// <summary>Outside the map: generated code of nobody in particular.</summary>
    Elsewhere,

    /// <summary>Program.cs, the other files beside it, and the command line: they put the modules together.</summary>
    Root,

    /// <summary>A folder that modules.txt lists.</summary>
    Module,

    /// <summary>Layout, design system and words: used by every module.</summary>
    Shell,

    /// <summary>Migrations: they use what is public anywhere, and nobody uses them.</summary>
    Schema,

    /// <summary>A folder that modules.txt does not list.</summary>
    Unlisted,
}

/// <summary>Where a file stands in the application.</summary>
internal sealed class Place
{
    public static readonly Place Elsewhere = new(PlaceKind.Elsewhere, "", "", 0);

    private Place(PlaceKind kind, string name, string path, int depth)
    {
        Kind = kind;
        Name = name;
        Path = path;
        Depth = depth;
    }

    public PlaceKind Kind { get; }

    /// <summary>The folder: the module's name.</summary>
    public string Name { get; }

    /// <summary>The path of the file that a person wrote (the page, where the code was generated from one).</summary>
    public string Path { get; }

    /// <summary>How many names the path inside the application has; 0 where the place was told by a namespace.</summary>
    public int Depth { get; }

    public static Place OfPath(ModuleMap map, string path, string[] inside) =>
        inside.Length == 1
            ? new(PlaceKind.Root, "", path, 1)
            : new(KindOf(map, inside[0]), inside[0], path, inside.Length);

    public static Place OfFolder(ModuleMap map, string folder) => new(KindOf(map, folder), folder, "", 0);

    private static PlaceKind KindOf(ModuleMap map, string folder) => folder switch
    {
        "Commands" => PlaceKind.Root,
        "Shell" => PlaceKind.Shell,
        "Schema" => PlaceKind.Schema,
        "obj" or "bin" => PlaceKind.Elsewhere,
        _ => map.Lists(folder) ? PlaceKind.Module : PlaceKind.Unlisted,
    };
}
