using System.Globalization;
using MinhBach.Procedures.Import;
using MinhBach.WorkingTime;

namespace MinhBach.Tests.Procedures.Import;

/// <summary>A hundred terms as they stand in published procedures, each read by a person first.</summary>
public sealed class TermReaderTests
{
    [Theory]
    // Cells of the portal's table.
    [InlineData("07 Ngày làm việc", "7 WorkingDays")]
    [InlineData("3 Ngày làm việc", "3 WorkingDays")]
    [InlineData("12 Ngày làm việc", "12 WorkingDays")]
    [InlineData("62 Ngày làm việc", "62 WorkingDays")]
    [InlineData("115 Ngày", "115 Days")]
    [InlineData("5 Ngày", "5 Days")]
    [InlineData("04 Ngày làm việc", "4 WorkingDays")]
    [InlineData("130 Ngày", "130 Days")]
    [InlineData("01 Giờ", "1 WorkingHours")]
    [InlineData("0.5 Giờ", "0.5 WorkingHours")]
    [InlineData("14 Giờ", "14 WorkingHours")]
    [InlineData("8 Giờ", "8 WorkingHours")]
    [InlineData("0 Giờ", "0 SameDay")]
    [InlineData("6 Tháng", "6 Months")]
    [InlineData("1 Tháng", "1 Months")]
    [InlineData("44 Ngày làm việc", "44 WorkingDays")]
    // How decrees and circulars put it.
    [InlineData("không quá 15 ngày", "15 Days")]
    [InlineData("Không quá 07 ngày làm việc.", "7 WorkingDays")]
    [InlineData("tối đa 06 ngày làm việc kể từ ngày cơ quan BHXH nhận đủ hồ sơ", "6 WorkingDays")]
    [InlineData("Chậm nhất 01 ngày làm việc kể từ ngày nhận hồ sơ", "1 WorkingDays")]
    [InlineData("Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ", "3 WorkingDays")]
    [InlineData("Trong thời hạn 21 ngày kể từ ngày nhận được hồ sơ đầy đủ, hợp lệ.", "21 Days")]
    [InlineData("trong vòng 15 ngày kể từ ngày nhận được báo cáo", "15 Days")]
    [InlineData("trong thời hạn 10 ngày làm việc", "10 WorkingDays")]
    [InlineData("15 ngày, kể từ ngày nhận được công văn đề nghị", "15 Days")]
    [InlineData("60 ngày kể từ ngày nhận đủ hồ sơ", "60 Days")]
    [InlineData("10 ngày kể từ ngày nhận hồ sơ đầy đủ theo quy định", "10 Days")]
    [InlineData("48 ngày kể từ ngày nhận được hồ sơ đầy đủ", "48 Days")]
    [InlineData("05 ngày làm việc kể từ khi nhận đủ hồ sơ theo quy định", "5 WorkingDays")]
    [InlineData("03 ngày làm việc, kể từ khi nhận hồ sơ", "3 WorkingDays")]
    [InlineData("20 ngày làm việc, kể từ ngày nhận đủ hồ sơ", "20 WorkingDays")]
    [InlineData("Thời hạn giải quyết: 13 ngày làm việc, kể từ ngày tiếp nhận hồ sơ", "13 WorkingDays")]
    [InlineData("Thời hạn giải quyết: 07 ngày làm việc.", "7 WorkingDays")]
    [InlineData("Thời hạn thẩm định cấp giấy phép môi trường không quá 25 ngày kể từ ngày nhận hồ sơ hợp lệ", "25 Days")]
    [InlineData("- 16 ngày làm việc đối với trường hợp chuyển giao", "16 WorkingDays")]
    [InlineData("Trong thời gian 02 ngày làm việc kể từ ngày nhận được đơn đề nghị", "2 WorkingDays")]
    [InlineData("Trong vòng 02 ngày làm việc kể từ ngày nhận được văn bản xác nhận", "2 WorkingDays")]
    [InlineData("cấp lại trong thời hạn 02 ngày làm việc kể từ ngày nhận được đơn", "2 WorkingDays")]
    [InlineData("thời gian giải quyết có thể kéo dài thêm tối đa 25 ngày", "25 Days")]
    [InlineData("Phải tiến hành xác minh trong thời hạn 30 ngày, kể từ ngày nhận đủ hồ sơ hợp lệ", "30 Days")]
    // Numbers written twice.
    [InlineData("05 (năm) ngày làm việc kể từ ngày nhận hồ sơ hợp lệ.", "5 WorkingDays")]
    [InlineData("Trong thời hạn năm (05) ngày làm việc, kể từ ngày nhận đủ hồ sơ", "5 WorkingDays")]
    [InlineData("Trong vòng 30 (ba mươi) ngày kể từ ngày nhận hồ sơ đầy đủ và hợp lệ", "30 Days")]
    [InlineData("Chậm nhất 01 (một) giờ kể từ khi Biên phòng cửa khẩu cảng tiếp nhận", "1 WorkingHours")]
    [InlineData("10(mười) ngày làm việc", "10 WorkingDays")]
    [InlineData("15 (mười lăm) ngày", "15 Days")]
    // Numbers in words.
    [InlineData("bảy ngày làm việc", "7 WorkingDays")]
    [InlineData("mười lăm ngày kể từ ngày thụ lý", "15 Days")]
    [InlineData("ba mươi ngày", "30 Days")]
    [InlineData("hai mươi mốt ngày", "21 Days")]
    [InlineData("Sáu mươi ngày", "60 Days")]
    [InlineData("một trăm hai mươi ngày", "120 Days")]
    [InlineData("hai tháng", "2 Months")]
    [InlineData("một tuần", "1 Weeks")]
    [InlineData("nửa ngày làm việc", "0.5 WorkingDays")]
    [InlineData("mười ngày làm việc", "10 WorkingDays")]
    // Parts.
    [InlineData("½ ngày", "0.5 WorkingDays")]
    [InlineData("½ ngày làm việc", "0.5 WorkingDays")]
    [InlineData("1/2 ngày làm việc", "0.5 WorkingDays")]
    [InlineData("1,5 ngày làm việc", "1.5 WorkingDays")]
    [InlineData("2.5 ngày", "2.5 WorkingDays")]
    [InlineData("0,5 ngày", "0.5 WorkingDays")]
    [InlineData("30 phút", "0.5 WorkingHours")]
    [InlineData("15 phút", "0.25 WorkingHours")]
    [InlineData("90 phút", "1.5 WorkingHours")]
    [InlineData("1,5 tháng", "45 Days")]
    // Hours, weeks, months, years.
    [InlineData("8 giờ làm việc", "8 WorkingHours")]
    [InlineData("04 giờ làm việc", "4 WorkingHours")]
    [InlineData("02 giờ làm việc kể từ khi nhận hồ sơ", "2 WorkingHours")]
    [InlineData("12 tiếng", "12 WorkingHours")]
    [InlineData("4 giờ hành chính", "4 WorkingHours")]
    [InlineData("02 tháng", "2 Months")]
    [InlineData("không quá 03 tháng kể từ ngày nhận được đơn", "3 Months")]
    [InlineData("02 tuần", "2 Weeks")]
    [InlineData("1 năm", "12 Months")]
    // The same day.
    [InlineData("trong ngày", "0 SameDay")]
    [InlineData("Trong ngày làm việc", "0 SameDay")]
    [InlineData("Ngay trong ngày tiếp nhận hồ sơ", "0 SameDay")]
    [InlineData("Giải quyết ngay", "0 SameDay")]
    [InlineData("Trả kết quả ngay sau khi nộp đủ hồ sơ", "0 SameDay")]
    [InlineData("Ngay sau khi nhận đủ hồ sơ hợp lệ", "0 SameDay")]
    [InlineData("trong buổi làm việc", "0 SameDay")]
    [InlineData("trong cùng ngày", "0 SameDay")]
    [InlineData("Ngày làm việc tiếp theo", "1 WorkingDays")]
    [InlineData("ngay trong ngày làm việc tiếp theo", "1 WorkingDays")]
    // Ranges and several terms: the one that binds is the longest.
    [InlineData("10 – 15 ngày", "15 Days")]
    [InlineData("10-25 ngày", "25 Days")]
    [InlineData("từ 03 đến 05 ngày làm việc", "5 WorkingDays")]
    [InlineData("3 hoặc 5 ngày làm việc", "5 WorkingDays")]
    [InlineData("không quá 30 ngày; vụ việc phức tạp không quá 45 ngày", "45 Days")]
    [InlineData("thay đổi nội dung: 05 ngày làm việc; bị mất, hỏng: 03 ngày làm việc", "5 WorkingDays")]
    [InlineData("07 ngày làm việc (Sở Nội vụ: 03 ngày; UBND cấp xã: 04 ngày)", "7 WorkingDays")]
    // Dates, articles and hours of the day are no terms.
    [InlineData("Thông tư số 101/2020/TT-BTC ngày 23/11/2020", null)]
    [InlineData("từ ngày 01 tháng 7 năm 2025 đến hết ngày 31 tháng 12 năm 2026", null)]
    [InlineData("nhận hồ sơ sau 15 giờ cùng ngày thì trả trong 03 ngày làm việc", "3 WorkingDays")]
    [InlineData("từ thứ 2 đến thứ 6 và sáng thứ 7 hàng tuần", null)]
    [InlineData("Không quy định", null)]
    [InlineData("Không phải trả kết quả cho người nộp thuế", null)]
    [InlineData("Chậm nhất vào ngày 20 tháng đầu tiên hàng quý", null)]
    [InlineData("theo khoản 3 Điều 23 Nghị định số 69/2024/NĐ-CP", null)]
    public void A_term_is_read_as_a_person_reads_it(string text, string? expected)
    {
        var term = TermReader.Read(text).Term;
        Assert.Equal(expected, term is null ? null : string.Create(CultureInfo.InvariantCulture, $"{term.Amount} {term.Unit}"));
    }

    [Fact]
    public void A_number_without_a_unit_is_not_guessed() =>
        Assert.Equal(TermCertainty.NumberWithoutUnit, TermReader.Read("5").Certainty);

    [Fact]
    public void A_range_says_that_its_upper_end_was_taken() =>
        Assert.Equal(TermCertainty.UpperOfRange, TermReader.Read("10 – 15 ngày").Certainty);

    [Fact]
    public void Several_terms_say_that_the_longest_was_taken() =>
        Assert.Equal(TermCertainty.LongestOfSeveral, TermReader.Read("05 ngày làm việc; 10 ngày làm việc nếu phải xác minh").Certainty);
}
