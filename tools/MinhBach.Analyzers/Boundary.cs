using Microsoft.CodeAnalysis;

namespace MinhBach.Analyzers;

/// <summary>Decides whether a place may use a symbol.</summary>
internal sealed class Boundary(ModuleMap map, Places places)
{
    public Diagnostic? Check(Place user, ISymbol symbol, Location location)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        if (type is null)
        {
            return null;
        }

        var owner = places.Of(type.OriginalDefinition);
        if (owner.Kind is PlaceKind.Elsewhere or PlaceKind.Unlisted || (owner.Kind == user.Kind && owner.Name == user.Name))
        {
            return null;
        }

        if (WhyNot(user, owner) is { } reason)
        {
            return Diagnostic.Create(Rules.Upward, location, symbol.Name, user.Name, owner.Name, reason);
        }

        var ownerName = owner.Kind == PlaceKind.Root ? "the root" : owner.Name;
        return IsInternal(symbol) ? Diagnostic.Create(Rules.Internal, location, symbol.Name, ownerName) : null;
    }

    private string? WhyNot(Place user, Place owner)
    {
        // What the root makes public are the options that the whole application was started with.
        if (user.Kind == PlaceKind.Schema || owner.Kind is PlaceKind.Shell or PlaceKind.Root)
        {
            return null;
        }

        if (owner.Kind == PlaceKind.Schema)
        {
            return "migrations are used by nobody";
        }

        if (user.Kind == PlaceKind.Shell)
        {
            return "Shell serves every module and knows none; let the module hand Shell what it shows";
        }

        return map.IsBelow(user.Name, owner.Name)
            ? null
            : $"modules.txt lists {owner.Name} below {user.Name}; let {owner.Name} ask, or react to {user.Name}'s events";
    }

    // `protected internal` counts as public: a module below may derive.
    private static bool IsInternal(ISymbol symbol)
    {
        for (var part = symbol; part is not null and not INamespaceSymbol; part = part.ContainingType)
        {
            if (part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }
}
