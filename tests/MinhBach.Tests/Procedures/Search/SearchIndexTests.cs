using MinhBach.Procedures;
using MinhBach.Procedures.Search;
using NodaTime;

namespace MinhBach.Tests.Procedures.Search;

public sealed class SearchIndexTests
{
    private static readonly SearchIndex Index = new(
    [
        Procedure("1.001193", "Đăng ký khai sinh", "Hộ tịch"),
        Procedure("1.000656", "Đăng ký khai tử", "Hộ tịch"),
        Procedure("1.004884", "Đăng ký lại khai sinh", "Hộ tịch"),
        Procedure("1.012222", "Cấp giấy phép khai thác khoáng sản", "Khoáng sản"),
        Procedure("2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực"),
        Procedure("1.013225", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Xây dựng"),
        Procedure("1.009999", "Đang kiểm tra tàu cá", "Thủy sản"),
    ]);

    [Theory]
    [InlineData("đăng ký khai sinh", "1.001193")]
    [InlineData("dang ky khai sinh", "1.001193")]
    [InlineData("đăng kí khai sinh", "1.001193")]
    [InlineData("ĐĂNG KÝ KHAI SINH", "1.001193")]
    [InlineData("khai si", "1.001193")]
    [InlineData("khai sihn", "1.001193")]
    [InlineData("chưng thuc ban sao", "2.000815")]
    [InlineData("giay phep xay dugn", "1.013225")]
    [InlineData("ho tich khai tu", "1.000656")]
    public void The_meant_procedure_comes_first(string query, string code) => Assert.Equal(code, First(query));

    [Theory]
    [InlineData("1.001193", "1.001193")]
    [InlineData("001193", "1.001193")]
    [InlineData("2.0008", "2.000815")]
    public void A_code_or_a_part_of_it_is_found(string query, string code) => Assert.Equal(code, First(query));

    [Fact]
    public void A_word_with_its_marks_ranks_above_one_that_only_sounds_alike()
    {
        Assert.Equal("1.009999", First("đang kiểm"));
        Assert.StartsWith("Đăng ký", Name(Index.Find("đăng")[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_ranks_above_a_field() => Assert.Equal("1.012222", First("khoang san"));

    [Fact]
    public void Nothing_is_found_for_nonsense() => Assert.Empty(Index.Find("qqqqqqqq"));

    [Fact]
    public void An_empty_query_gives_everything() => Assert.Equal(7, Index.Find("  ").Count);

    [Theory]
    [InlineData("(((")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\0\u0301")]
    [InlineData("....")]
    public void Odd_input_is_just_a_search(string query) => Assert.NotNull(Index.Find(query));

    private static string First(string query) => Index.Procedures[Index.Find(query)[0]].Code;

    private static string Name(int index) => Index.Procedures[index].Name;

    private static ProcedureVersion Procedure(string code, string name, string field) => new()
    {
        Id = default,
        ProcedureId = default,
        Code = code,
        Number = 1,
        Name = name,
        Field = field,
        Levels = [ProcedureLevel.Commune],
        Audiences = [Audience.Citizen],
        OnlineLevel = OnlineLevel.Full,
        EffectiveFrom = new LocalDate(2025, 7, 1),
        Cases = [new ProcedureCase("c1", "Chung", null, null, [], [])],
        ProcessXml = "",
        Source = ProcedureSource.Starter,
    };
}
