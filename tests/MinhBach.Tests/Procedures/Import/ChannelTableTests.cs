using MinhBach.Procedures;
using MinhBach.Procedures.Import;

namespace MinhBach.Tests.Procedures.Import;

public sealed class ChannelTableTests
{
    private const string Header = "Hình thức nộpThời gianPhí, lệ phíMô tả";

    [Fact]
    public void Rows_that_run_together_are_taken_apart()
    {
        var rows = ChannelTable.Read(Header + "Trực tuyến12 Ngày làm việcMiễn phíDịch vụ bưu chính15 Ngày20,000 VNĐ(20.000 đồng/lần)Nộp qua bưu điệnTrực tiếp8 GiờKhông có thông tinTại quầy");
        Assert.Equal([Channel.Online, Channel.Post, Channel.Direct], rows.Select(row => row.Channel));
        Assert.Equal(["12 Ngày làm việc", "15 Ngày", "8 Giờ"], rows.Select(row => row.TermCell));
        Assert.Equal(new FeeCell("20,000 VNĐ", "20.000 đồng/lần"), Assert.Single(rows[1].Fees));
        Assert.Equal("Nộp qua bưu điện", rows[1].Description);
        Assert.Equal("Tại quầy", rows[2].Description);
    }

    [Fact]
    public void A_term_glued_to_a_fee_is_cut_where_the_note_confirms_it()
    {
        var row = Assert.Single(ChannelTable.Read(Header + "Trực tiếp120 VNĐ(20.000 vnđ/tờ khai)"));
        Assert.Equal("1", row.TermCell);
        Assert.Equal("20 VNĐ", row.Fees[0].Amount);
    }

    [Fact]
    public void A_term_glued_to_a_fee_is_left_alone_when_nothing_confirms_a_cut()
    {
        var row = Assert.Single(ChannelTable.Read(Header + "Trực tiếp120 VNĐ"));
        Assert.NotNull(row.Unclear);
        Assert.Equal("", row.TermCell);
    }

    [Fact]
    public void Several_fees_of_one_channel_stay_several()
    {
        var row = Assert.Single(ChannelTable.Read(Header + "Trực tiếp5 Ngày50,000 Việt Nam Đồng(cấp mới)20,000 Việt Nam Đồng(cấp lại (lần 2))Nộp tại quầy"));
        Assert.Equal(["cấp mới", "cấp lại (lần 2)"], row.Fees.Select(fee => fee.Note));
        Assert.Equal("Nộp tại quầy", row.Description);
    }

    [Fact]
    public void A_term_cell_in_words_is_found_again_in_the_next_row()
    {
        var rows = ChannelTable.Read(Header + "Trực tuyếnKhông phải trả kết quảMiễn phíQua cổngDịch vụ bưu chínhKhông phải trả kết quảMiễn phíQua bưu điện");
        Assert.Equal(2, rows.Count);
        Assert.Equal("Qua bưu điện", rows[1].Description);
    }

    [Theory]
    [InlineData("Miễn phí", null, 0L)]
    [InlineData("Miễn phí", "Không có", 0L)]
    [InlineData("Miễn phí", "Mức thu theo Thông tư số 85/2019/TT-BTC", null)]
    [InlineData("20,000 VNĐ", "20.000 đồng/lần", 20_000L)]
    [InlineData("4,000,000 Việt Nam Đồng", null, 4_000_000L)]
    [InlineData("20 VNĐ", "20.000 vnđ/tờ khai", 20_000L)]
    [InlineData("20 VNĐ", null, null)]
    [InlineData("Phí : 0 Đồng", null, 0L)]
    [InlineData("Lệ phí : 2.000.000 Đồng", "Thẩm định", 2_000_000L)]
    [InlineData("Phí : Không Đồng", null, 0L)]
    [InlineData("10 USD", "10USD/giấy", null)]
    [InlineData("Phí : 20000 Đồng", null, 20_000L)]
    public void A_fee_is_read_in_dong_or_left_as_text(string cell, string? note, long? dong) =>
        Assert.Equal(dong, FeeReader.Read(cell, note).Fee?.AmountDong);

    [Fact]
    public void A_fee_keeps_what_it_is_for() =>
        Assert.Equal("tem", FeeReader.Read("50,000 VNĐ", "50.000đ/tem “AB”").Fee!.Unit);
}
