using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

public sealed class VariantsFacts
{
    [Fact]
    public void Variants_agree_with_grouping_the_cases() =>
        Holds.For(300, Holds.Logs, cases =>
            Told(MadeLog.Of(cases).Variants()) == string.Join('\n', cases.GroupBy(steps => steps).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal)));

    [Fact]
    public void Merging_in_any_order_equals_adding_all() =>
        Holds.For(300, Holds.Logs.Zip(Holds.Logs), logs =>
        {
            var (a, b) = logs;
            var (ab, ba) = (MadeLog.Of(a).Variants(), MadeLog.Of(b).Variants());
            ab.Merge(MadeLog.Of(b).Variants());
            ba.Merge(MadeLog.Of(a).Variants());
            return Told(ab) == Told(ba) && Told(ab) == Told(MadeLog.Of([.. a, .. b]).Variants()) && Examples(ab) == Examples(ba);
        });

    [Fact]
    public void The_first_three_cases_of_a_variant_are_named()
    {
        var variants = MadeLog.Of("ab", "ab", "b", "ab", "ab").Variants();

        Assert.Equal(["c000", "c001", "c003"], variants.ByFrequency[0].FirstCases);
    }

    [Fact]
    public void A_case_finds_its_variant()
    {
        var log = MadeLog.Of("ab", "ba");
        var variants = log.Variants();

        Assert.Equal(1, variants.Find(log.Cases[1])!.Number);
        Assert.Null(variants.Find(MadeLog.Case(log.Names, "c", ["a", "a"])));
    }

    [Fact]
    public void A_reused_case_object_leaves_no_trace()
    {
        var names = new LogNames();
        var variants = new Variants(names);
        var happened = MadeLog.Case(names, "one", ["a", "b"]);
        variants.Add(happened);
        happened.Clear();
        happened.Id = "two";
        variants.Add(happened);

        Assert.Equal(["a", "b"], variants.NamesOf(variants.All[0]));
        Assert.Empty(variants.NamesOf(variants.All[1]));
    }

    private static string Told(Variants variants) =>
        string.Join('\n', variants.All.Select(variant => $"{string.Concat(variants.NamesOf(variant))} {variant.Cases}").Order(StringComparer.Ordinal));

    private static string Examples(Variants variants) =>
        string.Join('\n', variants.All.Select(variant => $"{string.Concat(variants.NamesOf(variant))} {string.Join(' ', variant.FirstCases)}").Order(StringComparer.Ordinal));
}
