using MinhBach.Bpmn;
using MinhBach.Testing;

namespace MinhBach.ProcessMining.Tests;

/// <summary>The permit desk's log on the model that was drawn from it, and on the way that half of its cases go.</summary>
public sealed class PermitDeskConformanceFacts
{
    [Fact]
    public void The_model_that_was_drawn_from_the_log_foresees_every_case()
    {
        using var file = File.OpenRead(SharedData.Find("event-logs/receipt.bpmn"));
        var conversion = BpmnToPetriNet.Convert(BpmnXml.Read(file));
        var variants = PermitDesk.Log().Variants();

        var replay = LogReplay.Of(conversion.Net!, variants);
        var aligned = LogAlignment.Of(conversion.Net!, variants);

        Assert.Empty(conversion.Problems);
        Assert.Equal(27, conversion.Net!.Activities.Count());
        Assert.Equal((1434, 0, 1.0), (replay.FittingCases, replay.UndecidedCases, replay.Fitness));
        Assert.Equal((1434, 0, 1.0), (aligned.FittingCases, aligned.NotAlignedCases, aligned.Fitness));
    }

    // Expected costs: the longest common subsequence of each case and the usual way, counted apart in another language.
    [Fact]
    public void The_usual_way_foresees_half_of_the_cases()
    {
        var variants = PermitDesk.Log().Variants();
        var usual = ProcessTree.Sequence(variants.NamesOf(variants.ByFrequency[0]).Select(ProcessTree.Do));

        var aligned = LogAlignment.Of(BpmnText.Net(usual), variants);

        Assert.Equal(713, aligned.FittingCases);
        Assert.Equal(2943, aligned.Variants.Sum(one => one.Alignment!.Cost * one.Variant.Cases));
        Assert.Equal(0.8180531482520386, aligned.Fitness!.Value, 9);
        Assert.Contains(new AlignmentDeviation(MoveKind.LogOnly, "T07-1 Draft intern advice aspect 1", 45, 29), aligned.Deviations);
    }

    [Fact]
    public void Tokens_tell_which_steps_come_out_of_turn()
    {
        var variants = PermitDesk.Log().Variants();
        var usual = ProcessTree.Sequence(variants.NamesOf(variants.ByFrequency[0]).Select(ProcessTree.Do));

        var replay = LogReplay.Of(BpmnText.Net(usual), variants);

        Assert.Equal((713, 0), (replay.FittingCases, replay.UndecidedCases));
        Assert.Equal(469, replay.Deviations.Where(deviation => !deviation.IsInModel).Sum(deviation => deviation.Times));
        // Advice is asked for before the confirmation is sent, or without one.
        Assert.Equal("T06 Determine necessity of stop advice", replay.Deviations[0].Activity);
    }
}
