using System.Security.Claims;

namespace MinhBach.Shell;

/// <summary>Whom a menu entry is for.</summary>
public enum Audience
{
    Public,
    Staff,
    Admin,
}

/// <summary>
/// One entry of the navigation, registered by a module as a singleton.
/// <paramref name="Text"/> is a Vietnamese sentence, translated like any other.
/// Without <paramref name="Visible"/>, public entries are shown to everyone and the others to whoever is signed in.
/// </summary>
public sealed record MenuItem(string Text, string Href, Audience Audience, int Order, Func<ClaimsPrincipal, bool>? Visible = null)
{
    internal bool IsShownTo(ClaimsPrincipal user) =>
        Visible?.Invoke(user) ?? (Audience == Audience.Public || user.Identity?.IsAuthenticated == true);

    /// <summary>The entry under which a page lies; the nearest where several do.</summary>
    internal static MenuItem? CurrentOf(IEnumerable<MenuItem> items, PathString path) =>
        items.Where(item => path.StartsWithSegments(item.Href, StringComparison.OrdinalIgnoreCase)).MaxBy(item => item.Href.Length);
}
