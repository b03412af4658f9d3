using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MinhBach.Analyzers;

/// <summary>What modules.txt says: the modules from top to bottom, in the folder where the file lies.</summary>
internal sealed class ModuleMap
{
    public const string FileName = "modules.txt";

    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    private ModuleMap(string root, SourceText text)
    {
        Root = root;
        foreach (var line in text.Lines.Select(line => line.ToString().Trim()))
        {
            if (line.Length > 0 && line[0] != '#' && !_rows.ContainsKey(line))
            {
                _rows.Add(line, _rows.Count);
            }
        }
    }

    /// <summary>The folder of the application, with forward slashes and without one at its end.</summary>
    public string Root { get; }

    public static ModuleMap? Read(IEnumerable<AdditionalText> files, System.Threading.CancellationToken cancellation)
    {
        var file = files.FirstOrDefault(file => Path.GetFileName(file.Path) == FileName);
        var text = file?.GetText(cancellation);
        return text is null ? null : new(Normal(Path.GetDirectoryName(file!.Path) ?? ""), text);
    }

    public bool Lists(string module) => _rows.ContainsKey(module);

    /// <summary>True where the first module may use what is public in the second one.</summary>
    public bool IsBelow(string module, string other) => _rows[module] > _rows[other];

    /// <summary>The path inside the application, split at its slashes; null where the file lies elsewhere.</summary>
    public string[]? Inside(string path)
    {
        var normal = Normal(path);
        return normal.Length > Root.Length && normal[Root.Length] == '/' && normal.StartsWith(Root, StringComparison.Ordinal)
            ? normal.Substring(Root.Length + 1).Split('/')
            : null;
    }

    private static string Normal(string path) => path.Replace('\\', '/').TrimEnd('/');
}
