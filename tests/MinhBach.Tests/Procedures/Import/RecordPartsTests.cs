using MinhBach.Procedures.Import;

namespace MinhBach.Tests.Procedures.Import;

public sealed class RecordPartsTests
{
    private const string Papers = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";

    [Fact]
    public void Papers_come_apart_into_name_form_and_counts()
    {
        var group = Assert.Single(PaperTable.Read("--" + Papers + "- Đơn đề nghị theo mẫu;Mẫu số 17 - Đơn đề nghị.docx1 bản chínhBản sao hợp đồng (nếu có)0 bản chính,2 bản sao"));
        Assert.Null(group.Heading);
        Assert.Equal(["Đơn đề nghị theo mẫu", "Bản sao hợp đồng (nếu có)"], group.Papers.Select(paper => paper.Name));
        Assert.Equal("Mẫu số 17 - Đơn đề nghị", group.Papers[0].FormNumber);
        Assert.Equal((1, 0), (group.Papers[0].Originals, group.Papers[0].Copies));
        Assert.Equal((0, 2), (group.Papers[1].Originals, group.Papers[1].Copies));
        Assert.True(group.Papers[0].Required);
        Assert.False(group.Papers[1].Required);
    }

    [Fact]
    public void A_count_inside_a_name_is_part_of_the_name()
    {
        var paper = Assert.Single(Assert.Single(PaperTable.Read(Papers + "Văn bản đề nghị theo mẫu số 01: 02 bản chính có xác nhận.1 bản chính")).Papers);
        Assert.Contains("02 bản chính có xác nhận", paper.Name, StringComparison.Ordinal);
        Assert.Equal(1, paper.Originals);
    }

    [Fact]
    public void A_name_that_ends_in_a_number_keeps_it()
    {
        var paper = Assert.Single(Assert.Single(PaperTable.Read(Papers + "Tờ khai theo mẫu số 011 bản chính")).Papers);
        Assert.EndsWith("01", paper.Name, StringComparison.Ordinal);
        Assert.Equal(1, paper.Originals);
    }

    [Fact]
    public void Headings_of_cases_make_cases_with_their_own_papers()
    {
        var groups = PaperTable.Read("Trường hợp cấp mới:" + Papers + "Đơn A1 bản chínhTrường hợp cấp lại:" + Papers + "Đơn B1 bản chính* Giấy tờ phải xuất trình:" + Papers + "Hộ chiếu1 bản chính");
        var cases = CaseBuilder.Build([], groups);
        Assert.Equal(["Trường hợp cấp mới", "Trường hợp cấp lại"], cases.Select(one => one.Name));
        Assert.Equal(["Đơn A", "Hộ chiếu"], cases[0].Papers.Select(paper => paper.Name));
        Assert.Equal("Giấy tờ phải xuất trình", cases[0].Papers[1].Note);
    }

    [Fact]
    public void Legal_documents_come_apart_though_titles_run_into_numbers()
    {
        var bases = LegalBasisList.Read("Tên văn bản pháp lýMã văn bảnLuật Đấu giá tài sản năm 201601/2016/QH14Nghị định 27/2019/NĐ-CP27/2019/NĐ-CPThông tư số 08/2025/TT-BTP ngày 12/6/2025 của Bộ trưởng08/2025/TT-BTPquy định chi tiết Luật Thú y35/2016/NĐ-CP");
        Assert.Equal(["01/2016/QH14", "27/2019/NĐ-CP", "08/2025/TT-BTP", "35/2016/NĐ-CP"], bases.Select(basis => basis.Number));
        Assert.Equal("Luật Đấu giá tài sản năm 2016", bases[0].Title);
        Assert.Equal("Nghị định 27/2019/NĐ-CP", bases[1].Title);
        Assert.Equal("quy định chi tiết Luật Thú y", bases[3].Title);
    }

    [Fact]
    public void Results_come_apart_and_page_furniture_is_gone()
    {
        var results = ResultList.Read("Thẻ căn cướcMã: KQ.G01.000023+ Văn bản từ chốiMã: KQ.G12.001213Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh/ Thành phốNộp hồ sơ");
        Assert.Equal(["Thẻ căn cước", "Văn bản từ chối"], results.Select(result => result.Name));
        Assert.Equal(["KQ.G01.000023", "KQ.G12.001213"], results.Select(result => result.Code));
    }
}
