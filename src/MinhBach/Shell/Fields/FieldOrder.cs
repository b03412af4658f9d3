using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MinhBach.Shell;

/// <summary>Sorts posted names as the page model declares its properties, which is how its form asks for them.</summary>
internal static class FieldOrder
{
    public static string Of(ModelMetadata page, string name)
    {
        var key = new StringBuilder();
        var at = page;
        foreach (var part in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var property = bracket < 0 ? part : part[..bracket];
            var rank = at is null ? -1 : IndexOf(at.Properties, property);
            // An unknown name goes last.
            key.Append(CultureInfo.InvariantCulture, $"{(rank < 0 ? 9999 : rank):D4}");
            if (bracket >= 0)
                key.Append(part[bracket..].PadLeft(8));
            at = rank < 0 ? null : bracket < 0 ? at!.Properties[rank] : at!.Properties[rank].ElementMetadata;
        }

        return key.ToString();
    }

    private static int IndexOf(ModelPropertyCollection properties, string name)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (string.Equals(properties[i].PropertyName, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}
