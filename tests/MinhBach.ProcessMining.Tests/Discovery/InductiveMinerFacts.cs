namespace MinhBach.ProcessMining.Tests;

public sealed class InductiveMinerFacts
{
    [Theory]
    [InlineData("→('a', 'b', 'c')", "abc")]
    [InlineData("×('a', 'b')", "a", "b")]
    [InlineData("∧('a', 'b')", "ab", "ba")]
    [InlineData("↺('a', 'b')", "a", "aba", "ababa")]
    [InlineData("→('a', ×('b', τ))", "a", "ab")]
    [InlineData("↺('a', τ)", "a", "aaa")]
    [InlineData("↺(→('a', 'b'), τ)", "ab", "abab")]
    [InlineData("→('a', ∧('b', 'c'), 'd')", "abcd", "acbd")]
    [InlineData("→('a', ×('b', 'c'), ∧('d', 'e'))", "abde", "abed", "acde", "aced")]
    [InlineData("τ", "")]
    public void The_shortest_logs_of_each_operator_give_it_back(string tree, params string[] cases) =>
        Assert.Equal(tree, InductiveMiner.Discover(MadeLog.Of(cases).Variants()).ToString());

    [Fact]
    public void No_cases_give_a_process_that_does_nothing() =>
        Assert.Equal(ProcessTree.Silent, InductiveMiner.Discover(MadeLog.Of().Variants()));

    [Fact]
    public void A_threshold_leaves_out_what_is_rare()
    {
        var variants = MadeLog.Of([.. Enumerable.Repeat("abcd", 100), "dcba"]).Variants();

        Assert.NotEqual("→('a', 'b', 'c', 'd')", InductiveMiner.Discover(variants).ToString());
        Assert.Equal("→('a', 'b', 'c', 'd')", InductiveMiner.Discover(variants, 0.2).ToString());
    }

    [Fact]
    public void What_does_nothing_is_left_out_of_a_tree()
    {
        var a = ProcessTree.Do("a");

        Assert.Equal(a, ProcessTree.Sequence(ProcessTree.Silent, a));
        Assert.Equal(a, ProcessTree.Parallel(a, ProcessTree.Silent));
        Assert.Equal(a, ProcessTree.Exclusive(a, a));
        Assert.Equal("→('a', 'a', 'b')", ProcessTree.Sequence(a, ProcessTree.Sequence(a, ProcessTree.Do("b"))).ToString());
        Assert.Equal(ProcessTree.Parallel(a, ProcessTree.Do("b")), ProcessTree.Parallel(ProcessTree.Do("b"), a));
    }

    [Fact]
    public void The_permit_desk_is_found_whole_and_without_what_is_rare()
    {
        var variants = PermitDesk.Log().Variants();

        var whole = Fitness(variants, 0);
        var usual = Fitness(variants, 0.2);

        Assert.Equal(1, whole.Fitness!.Value, 12);
        Assert.Equal(1434, whole.FittingCases);
        Assert.InRange(usual.Fitness!.Value, 0.9, 1);
    }

    private static LogReplay Fitness(Variants variants, double threshold) =>
        LogReplay.Of(BpmnToPetriNet.Convert(TreeToBpmn.Write(InductiveMiner.Discover(variants, threshold), "p", "")).Net!, variants);
}
