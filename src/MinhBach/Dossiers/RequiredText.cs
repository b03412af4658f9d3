using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Texts that the rules demand of whoever acts.</summary>
internal static class RequiredText
{
    public const int MaxLength = 2000;

    public static string Of(string? text, string demand)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) throw new RuleBroken("reason.missing", demand);
        return trimmed.Length <= MaxLength ? trimmed : throw new RuleBroken("reason.long", "Nội dung dài quá {0} ký tự.", MaxLength);
    }
}
