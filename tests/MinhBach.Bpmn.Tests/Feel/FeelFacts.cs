namespace MinhBach.Bpmn.Tests;

/// <summary>FEEL as DMN 1.5, chapter 10, has it.</summary>
public sealed class FeelFacts
{
    private static readonly FeelContext Context = FeelContext.Of(
        ("phí", 150000), ("số tiền nộp", 200000m), ("loại", "khẩn"), ("đủ", true), ("thiếu", FeelValue.Null),
        ("ngày nộp", new NodaTime.LocalDate(2026, 3, 2)),
        ("hồ sơ", FeelValue.Of(FeelContext.Of(("mức", 4), ("tên chủ", "Nguyễn Văn Ân")))),
        ("ds", FeelValue.Of([1, 2, 3])));

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("-3 + 5", "2")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("1 / 0", "null")]
    [InlineData("1 + null", "null")]
    [InlineData("1 + \"1\"", "null")]
    [InlineData("\"Hà\" + \" Nội\"", "Hà Nội")]
    [InlineData("79228162514264337593543950335 + 1", "null")]
    public void Arithmetic(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("1 < 2", "true")]
    [InlineData("2 <= 2", "true")]
    [InlineData("\"a\" < \"b\"", "true")]
    [InlineData("1 < \"2\"", "null")]
    [InlineData("1 = \"1\"", "null")]
    [InlineData("null = null", "true")]
    [InlineData("1 = null", "false")]
    [InlineData("1 != null", "true")]
    [InlineData("null < 1", "null")]
    [InlineData("[1, 2] = [1, 2]", "true")]
    [InlineData("[1, 2] = [2, 1]", "false")]
    [InlineData("true = false", "false")]
    [InlineData("5 between 1 and 5", "true")]
    [InlineData("6 between 1 and 5", "false")]
    [InlineData("null between 1 and 5", "null")]
    [InlineData("1 < 2 and 2 < 3", "true")]
    public void Comparison(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("true and true", "true")]
    [InlineData("true and false", "false")]
    [InlineData("true and null", "null")]
    [InlineData("null and true", "null")]
    [InlineData("false and null", "false")]
    [InlineData("null and false", "false")]
    [InlineData("null and null", "null")]
    [InlineData("true or null", "true")]
    [InlineData("null or true", "true")]
    [InlineData("false or null", "null")]
    [InlineData("null or false", "null")]
    [InlineData("false or false", "false")]
    [InlineData("true and 1", "null")]
    [InlineData("1 or true", "true")]
    [InlineData("not(true)", "false")]
    [InlineData("not(null)", "null")]
    [InlineData("not(1)", "null")]
    [InlineData("true or false and false", "true")]
    public void Logic_has_three_values(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("3 in [1..5]", "true")]
    [InlineData("5 in [1..5)", "false")]
    [InlineData("1 in (1..5]", "false")]
    [InlineData("1 in ]1..5[", "false")]
    [InlineData("3 in (1, 2, 3)", "true")]
    [InlineData("3 in (1, [2..4])", "true")]
    [InlineData("3 in > 2", "true")]
    [InlineData("3 in (< 2, > 5)", "false")]
    [InlineData("loại in (\"thường\", \"khẩn\")", "true")]
    [InlineData("loại in [\"thường\", \"gấp\"]", "false")]
    [InlineData("2 in ds", "true")]
    [InlineData("2 in []", "false")]
    [InlineData("null in [1..5]", "null")]
    [InlineData("(1 + 1) in (2)", "true")]
    public void Being_in_something(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("phí > 100000", "true")]
    [InlineData("số tiền nộp - phí", "50000")]
    [InlineData("số   tiền\nnộp - phí", "50000")]
    [InlineData("đủ and loại = \"khẩn\"", "true")]
    [InlineData("không có", "null")]
    [InlineData("thiếu = null", "true")]
    [InlineData("hồ sơ.mức", "4")]
    [InlineData("hồ sơ.tên chủ", "Nguyễn Văn Ân")]
    [InlineData("hồ sơ.gì", "null")]
    [InlineData("ds[1]", "1")]
    [InlineData("ds[-1]", "3")]
    [InlineData("ds[4]", "null")]
    [InlineData("if phí > 0 then \"có\" else \"không\"", "có")]
    [InlineData("if null then 1 else 2", "2")]
    public void Names(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("date(\"2026-03-02\") = ngày nộp", "true")]
    [InlineData("date(2026, 2, 29)", "null")]
    [InlineData("date(2028, 2, 29)", "2028-02-29")]
    [InlineData("date(\"2026-13-01\")", "null")]
    [InlineData("ngày nộp + duration(\"P3D\")", "2026-03-05")]
    [InlineData("date(\"2026-01-31\") + duration(\"P1M\")", "2026-02-28")]
    [InlineData("ngày nộp - date(\"2026-02-28\")", "P2D")]
    [InlineData("(ngày nộp - date(\"2026-02-28\")).days", "2")]
    [InlineData("ngày nộp.year", "2026")]
    [InlineData("ngày nộp.weekday", "1")]
    [InlineData("ngày nộp in [date(\"2026-03-01\")..date(\"2026-03-31\")]", "true")]
    [InlineData("date and time(\"2026-03-02T08:00:00+07:00\") = date and time(\"2026-03-02T01:00:00Z\")", "true")]
    [InlineData("date and time(\"2026-03-02T08:00:00\") < date and time(\"2026-03-02T01:00:00Z\")", "null")]
    [InlineData("date(date and time(\"2026-03-02T08:00:00+07:00\"))", "2026-03-02")]
    [InlineData("date and time(\"2026-03-02T08:00:00\") + duration(\"PT30M\")", "2026-03-02T08:30:00")]
    [InlineData("duration(\"PT36H\") = duration(\"P1DT12H\")", "true")]
    [InlineData("duration(\"P1Y2M\")", "P1Y2M")]
    [InlineData("duration(\"P1D\") < duration(\"P1M\")", "null")]
    [InlineData("duration(\"P1D\") * 2", "P2D")]
    [InlineData("duration(\"mai\")", "null")]
    [InlineData("date(\"9999-12-31\") + duration(\"P1D\")", "null")]
    [InlineData("now < date and time(\"2026-03-02T01:00:01Z\")", "true")]
    public void Dates(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("contains(\"Ủy ban nhân dân\", \"nhân\")", "true")]
    [InlineData("starts with(\"phường Ba Đình\", \"phường\")", "true")]
    [InlineData("ends with(\"abc\", \"bc\")", "true")]
    [InlineData("contains(null, \"a\")", "null")]
    [InlineData("upper case(\"đúng hạn\")", "ĐÚNG HẠN")]
    [InlineData("lower case(\"ĐÚNG HẠN\")", "đúng hạn")]
    [InlineData("string length(\"hạn\")", "3")]
    [InlineData("substring(\"foobar\", 3)", "obar")]
    [InlineData("substring(\"foobar\", -2, 1)", "a")]
    [InlineData("string(1.50)", "1.5")]
    [InlineData("number(\"12.5\") + 1", "13.5")]
    [InlineData("number(\"mười\")", "null")]
    [InlineData("count(ds)", "3")]
    [InlineData("sum(ds)", "6")]
    [InlineData("sum(1, 2, 3)", "6")]
    [InlineData("sum([])", "null")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max(ds)", "3")]
    [InlineData("max([1, \"a\"])", "null")]
    [InlineData("mean(ds)", "2")]
    [InlineData("all([true, null])", "null")]
    [InlineData("all([])", "true")]
    [InlineData("any([false, null, true])", "true")]
    [InlineData("list contains(ds, 2)", "true")]
    [InlineData("floor(-1.5)", "-2")]
    [InlineData("ceiling(1.2)", "2")]
    [InlineData("abs(-3)", "3")]
    [InlineData("modulo(-12, 5)", "3")]
    public void Functions(string text, string expected) => Gives(text, expected);

    [Theory]
    [InlineData("", 0)]
    [InlineData("1 +", 3)]
    [InlineData("phí >", 5)]
    [InlineData("\"chưa đóng", 0)]
    [InlineData("phí > 1 )", 8)]
    [InlineData("tính(1)", 0)]
    [InlineData("count()", 0)]
    [InlineData("1 ; 2", 2)]
    [InlineData("if true then 1", 14)]
    [InlineData("some x in ds satisfies x > 1", 0)]
    [InlineData("99999999999999999999999999999999", 0)]
    [InlineData("3 in", 4)]
    public void Slip_is_told_with_its_place(string text, int position)
    {
        var expression = Feel.Parse(text);
        Assert.False(expression.IsValid);
        var error = Assert.Single(expression.Errors);
        Assert.Equal(position, error.Position);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Endless_expressions_are_refused()
    {
        Assert.False(Feel.Parse(new string('(', 3000)).IsValid);
        Assert.False(Feel.Parse(string.Concat(Enumerable.Repeat("1 in (", 600))).IsValid);
        Assert.False(Feel.Parse(string.Concat(Enumerable.Repeat("if 1 then 1 else ", 200)) + "1").IsValid);
        Assert.False(Feel.Parse(new string('1', 5000)).IsValid);
        Assert.True(Feel.Parse("1" + string.Concat(Enumerable.Repeat(" + 1", 900))).IsValid);
    }

    [Fact]
    public void Names_that_are_asked_for_are_known() =>
        Assert.Equal(["phí", "số tiền nộp", "hồ sơ"], Feel.Parse("phí > 1 and số tiền nộp in (phí, [1..2]) or hồ sơ.mức = 4").Names);

    private static void Gives(string text, string expected)
    {
        var expression = Feel.Parse(text);
        Assert.True(expression.IsValid, string.Join("\n", expression.Errors));
        var value = expression.Evaluate(Context, BpmnText.Now);
        Assert.Equal(expected, value.ToString());
        var json = System.Text.Json.JsonSerializer.Serialize(value);
        Assert.Equal(value, System.Text.Json.JsonSerializer.Deserialize<FeelValue>(json));
    }
}
