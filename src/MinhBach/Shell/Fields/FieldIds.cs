using Microsoft.AspNetCore.Mvc.Rendering;

namespace MinhBach.Shell;

/// <summary>Ids made from posted names, so that the error summary finds the field.</summary>
internal static class FieldIds
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
