using System.Text;
using MinhBach.Procedures;
using MinhBach.Procedures.Process;
using MinhBach.Procedures.Starter;
using MinhBach.WorkingTime;
using NodaTime;
using Xunit;

namespace MinhBach.Tests.Procedures;

public sealed class StarterCatalogueFacts
{
    private static readonly IReadOnlyList<ProcedureVersion> All = StarterCatalogue.Read();

    [Fact]
    public void A_new_city_knows_at_least_44_procedures() =>
        Assert.True(All.Select(version => version.Code).Distinct().Count() >= 44);

    [Fact]
    public void A_code_has_one_version_per_day_oldest_first() =>
        Assert.All(All.GroupBy(version => version.Code), versions =>
        {
            Assert.True(ProcedureCode.IsCode(versions.Key), versions.Key);
            var days = versions.Select(version => version.EffectiveFrom).ToList();
            Assert.Equal(days.Distinct().Order(), days);
        });

    [Fact]
    public void Codes_of_our_own_say_that_they_are() =>
        Assert.All(All.Where(version => version.Code.StartsWith("9.", StringComparison.Ordinal)), version => Assert.Contains("code", version.Unverified));

    [Fact]
    public void Every_text_is_composed_Vietnamese() => Assert.All(All, version =>
    {
        var texts = Texts(version).ToList();
        Assert.All(texts, text => Assert.True(text.IsNormalized(NormalizationForm.FormC) && text.Trim() == text && text.Length > 0, $"{version.Code}: {text}"));
        Assert.Contains(version.Name + version.Sequence, letter => letter > '\u00ff');
    });

    // The main case first, then the case with verification (phải xác minh) where there is one.
    [Theory]
    [InlineData("1.001193", 0, TermUnit.SameDay)]
    [InlineData("1.000894", 0, TermUnit.SameDay, 5, TermUnit.WorkingDays)]
    [InlineData("1.000656", 0, TermUnit.SameDay, 3, TermUnit.WorkingDays)]
    [InlineData("1.004873", 3, TermUnit.WorkingDays)]
    [InlineData("1.001022", 3, TermUnit.WorkingDays, 8, TermUnit.WorkingDays)]
    [InlineData("1.004837", 3, TermUnit.WorkingDays)]
    [InlineData("1.004884", 5, TermUnit.WorkingDays)]
    [InlineData("1.004746", 5, TermUnit.WorkingDays)]
    [InlineData("1.005461", 5, TermUnit.WorkingDays, 10, TermUnit.WorkingDays)]
    [InlineData("1.004859", 3, TermUnit.WorkingDays, 6, TermUnit.WorkingDays)]
    [InlineData("2.000635", 0, TermUnit.SameDay)]
    [InlineData("2.000806", 13, TermUnit.WorkingDays)]
    [InlineData("2.000908", 0, TermUnit.SameDay)]
    [InlineData("2.000815", 0, TermUnit.SameDay)]
    [InlineData("2.000884", 0, TermUnit.SameDay)]
    [InlineData("2.001019", 2, TermUnit.WorkingDays)]
    [InlineData("1.001612", 3, TermUnit.WorkingDays)]
    [InlineData("1.013227", 5, TermUnit.WorkingDays)]
    [InlineData("1.012812", 30, TermUnit.Days)]
    [InlineData("1.013831", 10, TermUnit.WorkingDays)]
    [InlineData("1.004222", 7, TermUnit.WorkingDays)]
    [InlineData("1.004194", 3, TermUnit.WorkingDays)]
    [InlineData("1.002755", 3, TermUnit.WorkingDays)]
    [InlineData("1.003677", 1, TermUnit.WorkingDays)]
    [InlineData("1.010038", 5, TermUnit.WorkingDays)]
    [InlineData("1.116410", 7, TermUnit.WorkingDays)]
    [InlineData("1.013067", 2, TermUnit.WorkingDays, 7, TermUnit.WorkingDays)]
    [InlineData("3.000347", 5, TermUnit.WorkingDays)]
    [InlineData("9.000001", 10, TermUnit.WorkingDays)]
    [InlineData("1.014028", 3, TermUnit.WorkingDays)]
    [InlineData("1.001699", 25, TermUnit.Days)]
    [InlineData("2.001263", 30, TermUnit.Days)]
    [InlineData("1.013133", 10, TermUnit.Days)]
    [InlineData("2.001610", 3, TermUnit.WorkingDays)]
    public void Terms_are_those_of_the_law(string code, int amount, TermUnit unit, int longAmount = 0, TermUnit? longUnit = null)
    {
        var version = Assert.Single(All, version => version.Code == code);
        Assert.Equal(new Term(amount, unit), version.Cases[0].Term);
        if (longUnit is not null)
            Assert.Equal(new Term(longAmount, longUnit.Value), version.Cases[^1].Term);
    }

    // NĐ 217/2026/NĐ-CP, Đ54: 7 and 10 working days from 1/7/2026; 15 and 20 days before.
    [Theory]
    [InlineData("2026-06-30", 15, 20, TermUnit.Days)]
    [InlineData("2026-07-01", 7, 10, TermUnit.WorkingDays)]
    public void A_building_permit_keeps_the_term_of_its_day(string day, int house, int other, TermUnit unit)
    {
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var version = All.Last(version => version.Code == "1.013225" && version.InForceOn(on));
        Assert.Equal([new Term(house, unit), new Term(other, unit)], version.Cases.Select(one => one.Term));
    }

    [Fact]
    public void The_day_of_a_same_day_procedure_ends_at_15_hours() => Assert.All(
        All.SelectMany(version => version.Cases).SelectMany(one => one.Channels).Where(channel => channel.Term?.Unit == TermUnit.SameDay),
        channel => Assert.Contains("sau 15 giờ", channel.Note, StringComparison.Ordinal));

    [Fact]
    public void Every_stated_term_was_understood() => Assert.All(
        All.SelectMany(version => version.Cases).SelectMany(one => one.Channels),
        channel => Assert.Equal(channel.TermText is null, channel.Term is null));

    [Fact]
    public void Steps_take_the_term_of_the_main_case() => Assert.All(All, version =>
    {
        var hours = version.Steps.Sum(step => step.Hours);
        if (version.Cases[0].Term is { } term)
            Assert.True(Fits(hours, term), $"{version.Code}: {hours} giờ, {term}");
        Assert.All(version.Steps, step =>
        {
            Assert.True(step.Hours > 0);
            Assert.Contains(step.RoleKey, StepRoles.All);
            Assert.Contains(step.UnitRule, StepUnits.All);
            Assert.NotNull(step.Output);
        });
        Assert.Distinct(version.Steps.Select(step => step.Key));
    });

    [Fact]
    public void Every_form_asks_for_something_and_names_its_fields_once() => Assert.All(All, version =>
    {
        var fields = version.Form.Sections.SelectMany(section => section.Fields).ToList();
        Assert.Contains(fields, field => field.Required);
        Assert.Distinct(fields.Select(field => field.Key));
        Assert.All(fields, field => Assert.Equal(field.Kind == FormFieldKind.Choice, field.Choices.Count > 0));
        Assert.All(fields.Where(field => field.Kind is FormFieldKind.Text or FormFieldKind.LongText), field => Assert.True(field.MaxLength > 0));
    });

    [Fact]
    public void Every_case_has_a_paper_and_a_fee_or_says_that_it_is_free() => Assert.All(All.SelectMany(version => version.Cases), one =>
    {
        Assert.Contains(one.Papers, paper => paper.Required);
        Assert.All(one.Papers, paper => Assert.True(paper.Originals + paper.Copies > 0));
        Assert.Distinct(one.Papers.Select(paper => paper.Key));
        Assert.All(one.Channels, channel => Assert.NotEmpty(channel.Fees));
    });

    [Fact]
    public void A_fee_from_memory_marks_the_procedure() => Assert.All(
        All.Where(version => version.Cases.SelectMany(one => one.Channels).SelectMany(channel => channel.Fees).Any(fee => !fee.Verified)),
        version => Assert.Contains("fees", version.Unverified));

    [Fact]
    public void Every_process_compiles() => Assert.All(All, version =>
    {
        var compiled = ProcessDrawing.Compile(ProcessDrawing.Xml(version.Code, version.Name, version.Steps));
        Assert.True(compiled.Succeeded, $"{version.Code}: {string.Join("; ", compiled.Problems)}");
    });

    // Calendar days hold five working days in seven at least; steps leave some of them free.
    private static bool Fits(decimal hours, Term term) => term.Unit switch
    {
        TermUnit.SameDay => hours == 8,
        TermUnit.WorkingHours => hours == term.Amount,
        TermUnit.WorkingDays => hours == term.Amount * 8,
        TermUnit.Days => hours <= term.Amount * 8 * 5 / 7 && hours >= term.Amount * 8 / 2,
        TermUnit.Weeks => hours == term.Amount * 40,
        TermUnit.Months => hours <= term.Amount * 20 * 8,
    };

    private static IEnumerable<string> Texts(ProcedureVersion version) =>
    [
        version.Name, version.Field, .. Stated(version.Sequence), .. Stated(version.Requirements), .. Stated(version.CompetentAuthority),
        .. version.Cases.Select(one => one.Name),
        .. version.Cases.SelectMany(one => one.Papers).SelectMany(paper => Stated(paper.Name).Concat(Stated(paper.Note))),
        .. version.Form.Sections.Select(section => section.Title),
        .. version.Form.Sections.SelectMany(section => section.Fields).SelectMany(field => Stated(field.Label).Concat(Stated(field.Hint)).Concat(field.Choices)),
        .. version.LegalBases.Select(basis => basis.Title),
        .. version.Results.Select(result => result.Name),
        .. version.Steps.SelectMany(step => Stated(step.Name).Concat(Stated(step.Output))),
    ];

    private static IEnumerable<string> Stated(string? text) => text is null ? [] : [text];
}
