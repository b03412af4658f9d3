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
            var ownerName = owner.Kind == PlaceKind.Root ? "the application's root" : owner.Name;
            return Diagnostic.Create(Rules.Upward, location, symbol.Name, user.Name, ownerName, reason);
        }

        return IsInternal(symbol) ? Diagnostic.Create(Rules.Internal, location, symbol.Name, owner.Name) : null;
    }

    private string? WhyNot(Place user, Place owner)
    {
        if (owner.Kind == PlaceKind.Root)
        {
            return "root files put the modules together and are used by none; move it to Shell, the kernel or its module";
        }

        if (user.Kind == PlaceKind.Schema || owner.Kind == PlaceKind.Shell)
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
