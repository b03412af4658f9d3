namespace MinhBach.ProcessMining.Tests;

public sealed class ReplayFacts
{
    // a, then b and c in any order, then d.
    private static readonly PetriNet Net = BpmnText.Net(ProcessTree.Sequence(
        ProcessTree.Do("a"), ProcessTree.Parallel(ProcessTree.Do("b"), ProcessTree.Do("c")), ProcessTree.Do("d")));

    [Fact]
    public void Tokens_of_a_fitting_trace_are_all_accounted_for()
    {
        var replay = Replay("acbd");

        Assert.True(replay.Fits);
        Assert.Equal((0, 0, 1.0), (replay.Missing, replay.Remaining, replay.Fitness));
        Assert.Equal(replay.Produced, replay.Consumed);
    }

    [Fact]
    public void A_skipped_step_leaves_a_token_behind_and_lacks_one()
    {
        var replay = Replay("abd");

        // Made: the first, after a, two of the split, after b, after d. Taken: by a, the split, b, d (a token added), and at the end.
        // Left behind: what c waits for, and what b gave to the join.
        Assert.Equal((6, 5, 1, 2), (replay.Produced, replay.Consumed, replay.Missing, replay.Remaining));
        Assert.Equal(["d"], replay.OutOfTurn);
        Assert.Equal((0.5 * (1 - (1.0 / 5))) + (0.5 * (1 - (2.0 / 6))), replay.Fitness, 12);
    }

    [Fact]
    public void A_step_that_the_model_does_not_know_is_told_apart()
    {
        var replay = Replay("abxcd");

        Assert.Equal(["x"], replay.NotInModel);
        Assert.Equal((false, 1.0), (replay.Fits, replay.Fitness));
    }

    [Fact]
    public void A_step_done_twice_lacks_its_token_the_second_time()
    {
        var replay = Replay("aabcd");

        Assert.Equal(["a"], replay.OutOfTurn);
        Assert.Equal((1, 1), (replay.Missing, replay.Remaining));
    }

    [Fact]
    public void A_case_that_is_not_at_its_end_lacks_the_last_token()
    {
        var replay = Replay("a");

        Assert.Equal((1, true), (replay.Missing, replay.Remaining > 0));
        Assert.Empty(replay.OutOfTurn);
    }

    [Fact]
    public void An_alignment_says_what_was_skipped_and_what_was_done_besides()
    {
        Assert.Equal(AlignmentOutcome.Aligned, new Aligner(Net).Align(["a", "x", "b", "d"], out var alignment));

        Assert.Equal(
            [(MoveKind.Synchronous, "a"), (MoveKind.LogOnly, "x"), (MoveKind.Synchronous, "b"), (MoveKind.ModelOnly, "c"), (MoveKind.Synchronous, "d")],
            alignment!.Moves.Select(move => (move.Kind, move.Activity)));
        Assert.Equal([0, 1, 2, null, 3], alignment.Moves.Select(move => move.LogPosition));
        Assert.Equal((2, 8, 0.75), (alignment.Cost, alignment.WorstCost, alignment.Fitness));
    }

    [Fact]
    public void A_budget_that_is_used_up_gives_no_alignment()
    {
        Assert.Equal(AlignmentOutcome.BudgetExceeded, new Aligner(Net, 9).Align(["d", "d", "d", "d"], out var alignment));

        Assert.Null(alignment);
    }

    [Fact]
    public void A_model_that_cannot_end_is_told()
    {
        var stuck = new PetriNet(2, 0, 1, [new PetriTransition("a", "a", [0], [0])]);

        Assert.Equal(AlignmentOutcome.ModelCannotEnd, new Aligner(stuck).Align(["a"], out _));
    }

    [Fact]
    public void A_model_that_grows_without_end_uses_up_its_budget()
    {
        var growing = new PetriNet(3, 0, 1, [new PetriTransition("a", "a", [0], [0, 2])]);

        Assert.Equal(AlignmentOutcome.ModelCannotEnd, new Aligner(growing).Align(["a"], out _));
        Assert.Equal(AlignmentOutcome.BudgetExceeded, new Aligner(growing, 100).Align(["a"], out _));
        Assert.False(new TokenReplay(growing, 100).Replay(["a", "b"]).Fits);
    }

    [Fact]
    public void Each_variant_counts_as_often_as_it_has_cases()
    {
        var variants = MadeLog.Of("abcd", "acbd", "abcd", "abd").Variants();

        var replay = LogReplay.Of(Net, variants);
        var aligned = LogAlignment.Of(Net, variants);

        Assert.Equal((3, 4), (replay.FittingCases, replay.Cases));
        Assert.Equal((3 + 0.4 + (1.0 / 3)) / 4, replay.MeanFitness!.Value, 12);
        Assert.Equal([new ReplayDeviation("d", true, 1, 1)], replay.Deviations);
        Assert.Equal((3, 4, 0), (aligned.FittingCases, aligned.AlignedCases, aligned.NotAlignedCases));
        Assert.Equal([new AlignmentDeviation(MoveKind.ModelOnly, "c", 1, 1)], aligned.Deviations);
    }

    private static ReplayedTrace Replay(string trace) => new TokenReplay(Net).Replay([.. trace.Select(step => step.ToString())]);
}
