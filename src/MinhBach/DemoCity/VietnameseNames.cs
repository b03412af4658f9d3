namespace MinhBach.DemoCity;

/// <summary>Names as people in Hà Nội bear them, put together by chance.</summary>
internal static class VietnameseNames
{
    private static readonly Urn<string> Surnames = Weighted(
        ("Nguyễn", 38), ("Trần", 11), ("Lê", 9), ("Phạm", 7), ("Hoàng", 5), ("Vũ", 5), ("Đỗ", 3), ("Bùi", 3), ("Đặng", 3), ("Ngô", 2), ("Dương", 2), ("Phan", 2),
        ("Đinh", 1.2), ("Đào", 1.2), ("Trịnh", 1), ("Lương", 1), ("Mai", 0.8), ("Tạ", 0.8), ("Chu", 0.8), ("Phùng", 0.8), ("Hà", 0.7), ("Kiều", 0.6), ("Cao", 0.6),
        ("Nghiêm", 0.5), ("Tô", 0.5), ("Lưu", 0.5), ("Quách", 0.3), ("Khuất", 0.3), ("La", 0.2), ("Âu", 0.1));

    private static readonly string[] MenMiddle = ["Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Anh", "Công", "Thế", "Tuấn", "Mạnh", "Ngọc", "Duy", "Trọng", "Đình", "Bá", "Quốc", "Gia", "Việt"];

    private static readonly string[] MenGiven =
    [
        "An", "Anh", "Bách", "Bình", "Chiến", "Chính", "Cường", "Dũng", "Duy", "Dương", "Đạt", "Đông", "Đức", "Giang", "Hải", "Hiếu", "Hiệp", "Hoàng", "Hùng", "Huy",
        "Hưng", "Khánh", "Khoa", "Kiên", "Lâm", "Linh", "Long", "Mạnh", "Minh", "Nam", "Nghĩa", "Phong", "Phú", "Phúc", "Quân", "Quang", "Quyết", "Sơn", "Tài", "Tâm",
        "Thái", "Thành", "Thắng", "Thịnh", "Thọ", "Tiến", "Toàn", "Trung", "Trường", "Tú", "Tuấn", "Tùng", "Việt", "Vinh", "Vũ",
    ];

    private static readonly string[] WomenMiddle = ["Thị", "Thị", "Thị", "Thu", "Ngọc", "Thanh", "Minh", "Hồng", "Phương", "Bích", "Mai", "Khánh", "Kim", "Lan", "Thùy", "Diệu", "Hải", "Quỳnh", "Tuyết", "Bảo"];

    private static readonly string[] WomenGiven =
    [
        "An", "Anh", "Ánh", "Châu", "Chi", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Hoài", "Hồng", "Huệ", "Huyền", "Hương", "Khuê",
        "Lan", "Lê", "Liên", "Linh", "Loan", "Ly", "Mai", "Minh", "My", "Nga", "Ngà", "Ngân", "Ngọc", "Nguyệt", "Nhàn", "Nhung", "Oanh", "Phương", "Phượng", "Quyên",
        "Quỳnh", "Tâm", "Thảo", "Thắm", "Thơm", "Thu", "Thủy", "Thúy", "Trang", "Trâm", "Tuyết", "Uyên", "Vân", "Vy", "Xuân", "Yến",
    ];

    private static readonly string[] FirmWords = ["An Phát", "Bảo Minh", "Đại Dương", "Hà Thành", "Hoàng Gia", "Hồng Hà", "Kim Long", "Minh Khang", "Nam Việt", "Phú Thịnh", "Sông Đà", "Tân Tiến", "Thành Công", "Thăng Long", "Trường Sơn", "Việt Hưng"];
    private static readonly string[] FirmTrades = ["Thương mại", "Xây dựng", "Dịch vụ", "Sản xuất", "Công nghệ", "Vận tải", "Nông nghiệp", "Thực phẩm"];

    private static readonly string[] Streets = ["Láng", "Giải Phóng", "Nguyễn Trãi", "Cầu Giấy", "Kim Mã", "Đội Cấn", "Thụy Khuê", "Bạch Mai", "Trường Chinh", "Ngọc Hồi", "Quang Trung", "Trần Phú", "Lê Lợi", "Hoàng Quốc Việt", "Xuân Thủy", "Minh Khai", "Nguyễn Văn Cừ", "Ngô Gia Tự", "Tây Sơn", "Thái Hà"];

    public static (string Name, bool Woman) Person(Dice dice)
    {
        var woman = dice.Chance(0.51);
        var (middle, given) = woman ? (WomenMiddle, WomenGiven) : (MenMiddle, MenGiven);
        return ($"{Surnames.Draw(dice)} {dice.Pick(middle)} {dice.Pick(given)}", woman);
    }

    public static string Firm(Dice dice) => $"Công ty TNHH {dice.Pick(FirmTrades)} {dice.Pick(FirmWords)} {dice.Between(1, 99)}";

    public static string Address(Dice dice, string commune) => $"Số {dice.Between(1, 320)} {(dice.Chance(0.3) ? $"ngõ {dice.Between(2, 190)} " : "")}đường {dice.Pick(Streets)}, {commune}, Hà Nội";

    private static Urn<string> Weighted(params ReadOnlySpan<(string Name, double Weight)> names)
    {
        var urn = new Urn<string>();
        foreach (var (name, weight) in names) urn.Put(name, weight);
        return urn;
    }
}
