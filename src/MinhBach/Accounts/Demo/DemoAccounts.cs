using MinhBach.Organization;

namespace MinhBach.Accounts.Demo;

/// <summary>One account for each kind of work, shown on the sign-in page of a demo city.</summary>
/// <param name="Key">Short name: its address is this at demo.minhbach.vn.</param>
/// <param name="Title">What the person does (a Vietnamese sentence for the words).</param>
/// <param name="Agency">Code of the agency; null for a citizen.</param>
/// <param name="Unit">Name of the unit begins so.</param>
/// <param name="Role">Role of the post.</param>
public sealed record DemoAccount(string Key, string Title, string? Agency, string? Unit, PostRole? Role)
{
    /// <summary>What one signs in with.</summary>
    public string Email => Key + "@demo.minhbach.vn";
}

/// <summary>The demo's accounts.</summary>
public static class DemoAccounts
{
    /// <summary>The password of all of them; it opens nothing outside a demo city.</summary>
    public const string Password = "minh-bach-dung-thu";

    private const string Ward = "00004";
    private const string Department = "SXD";

    /// <summary>All of them, in the order of a dossier's way.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("cong-dan", "Công dân", null, null, null),
        new("mot-cua", "Cán bộ một cửa phường", Ward, "Điểm phục vụ hành chính công", PostRole.OneStopOfficer),
        new("chuyen-vien", "Công chức tư pháp - hộ tịch phường", Ward, "Văn phòng", PostRole.Specialist),
        new("truong-phong", "Chánh Văn phòng phường", Ward, "Văn phòng", PostRole.HeadOfUnit),
        new("lanh-dao", "Chủ tịch UBND phường", Ward, "Lãnh đạo", PostRole.Leader),
        new("van-thu", "Văn thư phường", Ward, "Văn phòng", PostRole.Clerk),
        new("mot-cua-so", "Cán bộ một cửa Sở Xây dựng", Department, "Bộ phận một cửa", PostRole.OneStopOfficer),
        new("chuyen-vien-so", "Chuyên viên Sở Xây dựng", Department, "Phòng Quản lý xây dựng", PostRole.Specialist),
        new("lanh-dao-so", "Giám đốc Sở Xây dựng", Department, "Lãnh đạo", PostRole.Leader),
        new("noi-vu", "Chuyên viên cải cách hành chính, Sở Nội vụ", "SNV", "Phòng Tổ chức", PostRole.HomeAffairs),
        new("giam-sat", "Thanh tra viên, Thanh tra Thành phố", "TTTP", "Phòng Thanh tra kinh tế", PostRole.Inspector),
        new("quan-tri", "Quản trị viên hệ thống", "SKHCN", "Phòng Chuyển đổi số", PostRole.Administrator),
    ];
}
