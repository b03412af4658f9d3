using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MinhBach.Analyzers;

/// <summary>Holds the application to modules.txt: a module uses only what is public in the modules above it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModuleBoundaryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Pages are compiled from generated code, and are held to the map as well.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (ModuleMap.Read(context.Options.AdditionalFiles, context.CancellationToken) is not { } map)
        {
            return;
        }

        var places = new Places(map);
        var boundary = new Boundary(map, places);
        context.RegisterSyntaxTreeAction(file => CheckPlace(file, places.Of(file.Tree)));
        context.RegisterSyntaxNodeAction(
            use => CheckUse(use, places.Of(use.Node.SyntaxTree), boundary),
            SyntaxKind.IdentifierName,
            SyntaxKind.GenericName);
    }

    private static void CheckPlace(SyntaxTreeAnalysisContext context, Place place)
    {
        if (place.Kind == PlaceKind.Unlisted)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Unlisted, TopOf(context.Tree, place), place.Name));
        }

        if (place.Depth > 3)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Deep, TopOf(context.Tree, place), place.Path));
        }
    }

    private static void CheckUse(SyntaxNodeAnalysisContext context, Place user, Boundary boundary)
    {
        var name = (SimpleNameSyntax)context.Node;
        if (user.Kind is PlaceKind.Elsewhere or PlaceKind.Root or PlaceKind.Unlisted || name.Identifier.ValueText == "var")
        {
            return;
        }

        var symbol = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol;
        if (symbol is null
            || !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, context.Compilation.Assembly)
            || boundary.Check(user, symbol, name.GetLocation()) is not { } breach
            || name.FirstAncestorOrSelf<CrefSyntax>() is not null)
        {
            return;
        }

        context.ReportDiagnostic(breach);
    }

    private static Location TopOf(SyntaxTree tree, Place place) =>
        tree.FilePath == place.Path || place.Path.Length == 0
            ? tree.GetRoot().GetFirstToken().GetLocation()
            : Location.Create(place.Path, default, new LinePositionSpan(default, default));
}
