namespace MinhBach.Transparency;

/// <summary>Settings of the public log, section <c>PublicLog</c>.</summary>
public sealed class PublicLogOptions
{
    /// <summary>The log's name, once and for all: its address without the scheme, such as <c>dichvucong.hanoi.gov.vn/log</c>. Empty: a random one.</summary>
    public string Origin { get; set; } = "";
}
