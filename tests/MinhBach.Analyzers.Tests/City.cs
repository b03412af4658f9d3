using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MinhBach.Analyzers.Tests;

/// <summary>A small application in memory whose map lists Organization above Dossiers above Monitoring.</summary>
internal sealed class City
{
    private const string Map = """
        # top to bottom
        Organization
        Dossiers
        Monitoring
        """;

    private readonly List<SyntaxTree> _files = [];

    public City With(string path, string code)
    {
        _files.Add(CSharpSyntaxTree.ParseText(code, path: "/city/" + path, encoding: System.Text.Encoding.UTF8));
        return this;
    }

    /// <summary>The breaches, each as "rule file: message", in order of place.</summary>
    public async Task<IReadOnlyList<string>> BreachesAsync()
    {
        var compilation = CSharpCompilation.Create(
            "minhbach", _files, Framework, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await compilation
            .WithAnalyzers([new ModuleBoundaryAnalyzer()], new AnalyzerOptions([new MapFile()]))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found
            .OrderBy(breach => breach.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(breach => breach.Location.SourceSpan.Start)
            .Select(breach => $"{breach.Id} {breach.Location.GetMappedLineSpan().Path}: {breach.GetMessage(null)}")];
    }

    private static IEnumerable<MetadataReference> Framework { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
            .Select(path => MetadataReference.CreateFromFile(path))
            .ToImmutableArray<MetadataReference>();

    private sealed class MapFile : AdditionalText
    {
        public override string Path => "/city/modules.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Map);
    }
}
