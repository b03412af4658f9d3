namespace MinhBach.Shell;

/// <summary>What the face of an installation says about itself.</summary>
public sealed class ShellOptions
{
    /// <summary>True marks every page "Dữ liệu mẫu". Default: false.</summary>
    public bool Demo { get; set; }

    /// <summary>The city or organisation named in the header. Default: Thành phố Hà Nội.</summary>
    public string CityName { get; set; } = "Thành phố Hà Nội";

    /// <summary>The hotline in the footer; empty hides it. Default: empty.</summary>
    public string Hotline { get; set; } = "";

    /// <summary>Where the source code lies; empty hides the link. Default: empty.</summary>
    public string SourceUrl { get; set; } = "";
}
