using Microsoft.AspNetCore.Html;

namespace MinhBach.Organization;

/// <summary>
/// What a module below has to say about an agency or a unit on its public page: the procedures it handles, how it is doing.
/// Registered as a singleton or scoped service; shown in the order of <see cref="Order"/>.
/// </summary>
public interface IUnitPanel
{
    /// <summary>Heading of the panel (a Vietnamese sentence for the words).</summary>
    string Title { get; }

    /// <summary>Smaller comes first.</summary>
    int Order { get; }

    /// <summary>The panel for an agency; null leaves it out.</summary>
    Task<IHtmlContent?> RenderAsync(Agency agency, CancellationToken cancellation);

    /// <summary>The panel for a unit; null leaves it out.</summary>
    Task<IHtmlContent?> RenderAsync(Unit unit, CancellationToken cancellation);
}

/// <summary>A panel that has something to show.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Content">What it shows.</param>
internal sealed record ShownPanel(string Title, IHtmlContent Content)
{
    public static async Task<IReadOnlyList<ShownPanel>> AllAsync(IEnumerable<IUnitPanel> panels, Func<IUnitPanel, Task<IHtmlContent?>> render)
    {
        var shown = new List<ShownPanel>();
        foreach (var panel in panels.OrderBy(panel => panel.Order))
            if (await render(panel) is { } content) shown.Add(new(panel.Title, content));
        return shown;
    }
}
