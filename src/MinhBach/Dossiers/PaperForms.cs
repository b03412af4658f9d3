namespace MinhBach.Dossiers;

/// <summary>In what form papers come, in words (Vietnamese sentences for the words).</summary>
internal static class PaperForms
{
    public static string Name(PaperForm form) => form switch
    {
        PaperForm.Original => "Bản chính",
        PaperForm.Copy => "Bản sao",
        PaperForm.Digital => "Bản điện tử",
        PaperForm.Reused => "Dùng lại dữ liệu đã có",
    };
}

/// <summary>How a result is handed over, in words.</summary>
internal static class ResultWays
{
    public static IReadOnlyList<string> All { get; } = ["desk", "post", "electronic"];

    public static string Name(string way) => way switch
    {
        "post" => "Qua bưu chính công ích",
        "electronic" => "Bản điện tử",
        _ => "Tại bộ phận một cửa",
    };
}
