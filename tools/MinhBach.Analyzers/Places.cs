using System;
using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MinhBach.Analyzers;

/// <summary>Finds, once for each, the place of a file and of a type.</summary>
internal sealed class Places(ModuleMap map)
{
    private readonly ConcurrentDictionary<SyntaxTree, Place> _files = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, Place> _types = new(SymbolEqualityComparer.Default);

    public Place Of(SyntaxTree file) => _files.GetOrAdd(file, Find);

    /// <summary>The place of a type of this application; a type of several files is where people wrote it.</summary>
    public Place Of(INamedTypeSymbol type) => _types.GetOrAdd(type, Find);

    private Place Find(INamedTypeSymbol type)
    {
        var places = type.DeclaringSyntaxReferences.Select(reference => Of(reference.SyntaxTree)).ToList();
        return places.Find(place => place.Kind != PlaceKind.Elsewhere) ?? Place.Elsewhere;
    }

    private Place Find(SyntaxTree file)
    {
        var inside = map.Inside(file.FilePath);
        if (inside is not null && inside[0] is not ("obj" or "bin"))
        {
            return Place.OfPath(map, file.FilePath, inside);
        }

        return OfPage(file) ?? OfNamespace(file) ?? Place.Elsewhere;
    }

    // The code generated from a page names the page in a `#pragma checksum` on top.
    private Place? OfPage(SyntaxTree file)
    {
        var checksum = file.GetRoot().GetFirstDirective(directive => directive is PragmaChecksumDirectiveTriviaSyntax);
        var page = (checksum as PragmaChecksumDirectiveTriviaSyntax)?.File.ValueText;
        return page is not null && map.Inside(page) is { } inside ? Place.OfPath(map, page, inside) : null;
    }

    private Place? OfNamespace(SyntaxTree file)
    {
        var name = file.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<BaseNamespaceDeclarationSyntax>()
            .Select(space => space.Name.ToString())
            .FirstOrDefault(name => name.StartsWith("MinhBach.", StringComparison.Ordinal));
        return name is null ? null : Place.OfFolder(map, name.Split('.')[1]);
    }
}
