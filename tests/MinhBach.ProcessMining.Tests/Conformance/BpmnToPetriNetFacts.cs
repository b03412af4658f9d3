namespace MinhBach.ProcessMining.Tests;

public sealed class BpmnToPetriNetFacts
{
    private const string Ends = """<startEvent id="s"/><endEvent id="e"/>""";
    private const string Tasks = """<task id="a"/><userTask id="b"/><serviceTask id="c"/>""";

    [Fact]
    public void Tasks_in_a_row_need_no_routing()
    {
        var net = BpmnText.Net(Ends + Tasks, "s>a a>b b>c c>e");

        Assert.Equal((4, 3), (net.Places, net.Transitions.Length));
        Shows(net, "abc");
        DoesNotShow(net, "", "ab", "acb", "abca");
    }

    [Fact]
    public void An_exclusive_gateway_takes_one_way()
    {
        var net = BpmnText.Net(Ends + Tasks + """<exclusiveGateway id="x"/><exclusiveGateway id="y"/>""", "s>x x>a x>b x>y a>y b>y y>c c>e");

        Shows(net, "ac", "bc", "c");
        DoesNotShow(net, "abc", "a", "aac");
    }

    [Fact]
    public void A_loop_is_passed_once_or_more_but_never_not_at_all()
    {
        var net = BpmnText.Net(Ends + Tasks + """<exclusiveGateway id="x"/><exclusiveGateway id="y"/>""", "s>x x>a a>y y>x y>b b>c c>e");

        Shows(net, "abc", "aaabc");
        DoesNotShow(net, "bc");
    }

    [Fact]
    public void Two_ends_of_which_one_is_reached_in_a_loop_stay_apart()
    {
        // An end that other ways come to does not open the way back.
        var net = BpmnText.Net(Ends + """<task id="a"/><task id="b"/><endEvent id="e2"/><exclusiveGateway id="x"/><exclusiveGateway id="y"/><exclusiveGateway id="z"/>""",
            "s>x x>a a>y y>e y>z z>b z>x b>e2");

        Shows(net, "a", "ab", "aaab");
        DoesNotShow(net, "aba", "b");
    }

    [Fact]
    public void A_parallel_gateway_takes_all_ways_in_any_order()
    {
        var net = BpmnText.Net(Ends + Tasks + """<parallelGateway id="x"/><parallelGateway id="y"/>""", "s>x x>a x>b a>y b>y y>c c>e");

        Shows(net, "abc", "bac");
        DoesNotShow(net, "ac", "cab");
    }

    [Fact]
    public void A_way_past_a_branch_does_not_lend_its_token_to_another()
    {
        var net = BpmnText.Net(
            Ends + Tasks + """<parallelGateway id="x"/><parallelGateway id="y"/><exclusiveGateway id="o"/>""",
            "s>x x>o o>a o>y x>b a>y b>y y>c c>e");

        // The join waits for both of its flows from the branch: only one of them ever comes.
        DoesNotShow(net, "bc", "abc");
    }

    [Fact]
    public void An_inclusive_gateway_takes_one_or_more_ways_and_waits_for_them()
    {
        var net = BpmnText.Net(Ends + Tasks + """<inclusiveGateway id="x"/><inclusiveGateway id="y"/>""", "s>x x>a x>b a>y b>y y>c c>e");

        Shows(net, "ac", "bc", "abc", "bac");
        DoesNotShow(net, "c", "acb");
    }

    [Fact]
    public void Conditions_on_the_flows_of_a_task_make_it_an_inclusive_split()
    {
        var net = BpmnText.Net(
            Ends + Tasks + """
            <inclusiveGateway id="y"/>
            <sequenceFlow id="f1" sourceRef="a" targetRef="b"><conditionExpression>x</conditionExpression></sequenceFlow>
            <sequenceFlow id="f2" sourceRef="a" targetRef="c"/>
            """, "s>a b>y c>y y>e");

        Shows(net, "ab", "ac", "acb");
        DoesNotShow(net, "a");
    }

    [Fact]
    public void A_task_with_two_ways_in_is_done_for_each()
    {
        var net = BpmnText.Net(Ends + Tasks + """<exclusiveGateway id="x"/>""", "s>x x>a x>b a>c b>c c>e");

        Shows(net, "ac", "bc");
        DoesNotShow(net, "abc");
    }

    [Fact]
    public void A_subprocess_is_laid_open()
    {
        var net = BpmnText.Net(
            Ends + $"""
            <task id="a"/>
            <subProcess id="sub"><startEvent id="s2"/><endEvent id="e2"/><task id="b"/><task id="c"/>{BpmnText.Flows("s2>b b>c c>e2")}</subProcess>
            """, "s>a a>sub sub>e");

        Shows(net, "abc");
        DoesNotShow(net, "a", "bac");
    }

    [Fact]
    public void An_interrupting_event_takes_the_place_of_its_task()
    {
        var net = BpmnText.Net(
            Ends + Tasks + """<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition/></boundaryEvent>""", "s>a a>b b>e t>c c>e");

        Shows(net, "ab", "c");
        DoesNotShow(net, "ac", "abc");
    }

    [Fact]
    public void A_log_may_call_the_nodes_by_other_names()
    {
        var conversion = BpmnText.Convert(
            Ends + """<task id="a" name=" Tiếp  nhận&#10;hồ sơ "/><task id="b" name="Thẩm định"/>""", "s>a a>b b>e",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "appraise" });

        Assert.Equal(["Tiếp nhận hồ sơ", "appraise"], conversion.Net!.Activities);
    }

    [Theory]
    [InlineData("""<complexGateway id="x"/>""", "s>a a>x x>b b>c c>e", "x")]
    [InlineData("""<boundaryEvent id="x" attachedToRef="a" cancelActivity="false"/>""", "s>a a>b b>c c>e x>e", "x")]
    [InlineData("""<inclusiveGateway id="x"/><exclusiveGateway id="y"/>""", "s>x x>a x>b a>y b>y y>c c>e", "x")]
    [InlineData("""<parallelGateway id="x"/><inclusiveGateway id="y"/>""", "s>x x>a x>b a>y b>y y>c c>e", "y")]
    [InlineData("""<task id="x"><multiInstanceLoopCharacteristics/></task>""", "s>a a>x x>b b>c c>e", "x")]
    [InlineData("""<task id="x"/>""", "s>a a>b b>c c>e c>x", "x")]
    [InlineData("""<task id="x"/>""", "s>a a>b b>c c>e x>c", "x")]
    [InlineData("""<endEvent id="x"><terminateEventDefinition/></endEvent>""", "s>a a>b b>c c>e c>x", "x")]
    public void What_is_not_supported_is_named(string element, string flows, string named)
    {
        var conversion = BpmnText.Convert(Ends + Tasks + element, flows);

        Assert.Null(conversion.Net);
        Assert.Contains(conversion.Problems, problem => problem.NodeId == named && problem.Message.Length > 0);
    }

    [Fact]
    public void A_process_without_a_start_is_named()
    {
        var conversion = BpmnText.Convert("<task id='a'/>", "");

        Assert.Null(conversion.Net);
        Assert.Single(conversion.Problems);
    }

    private static void Shows(PetriNet net, params string[] traces) =>
        Assert.All(traces, trace => Assert.True(Replay(net, trace).Fits, trace));

    private static void DoesNotShow(PetriNet net, params string[] traces) =>
        Assert.All(traces, trace => Assert.False(Replay(net, trace).Fits, trace));

    private static ReplayedTrace Replay(PetriNet net, string trace) => new TokenReplay(net).Replay([.. trace.Select(step => step.ToString())]);
}
