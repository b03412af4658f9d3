namespace MinhBach.Bpmn.Tests;

/// <summary>Timers, messages, boundary events and subprocesses.</summary>
public sealed class WaitingFacts
{
    private const string Message = """<message id="m" name="Bổ sung"/>""";

    [Fact]
    public void Timer_event_waits_for_its_time()
    {
        var model = BpmnText.Model($"""<startEvent id="s"/><intermediateCatchEvent id="t">{BpmnText.Timer("P3D")}</intermediateCatchEvent><userTask id="a"/>"""
            + BpmnText.Flows("s>t t>a"));
        var walk = new Walk(model);
        Assert.Contains(new TimerArmed(1, "t", new TimerSpec(TimerKind.Duration, "P3D")), walk.Events);
        walk.Fire("t").ExpectOpen("a");
        Assert.Empty(walk.State.Timers);
    }

    [Theory]
    [InlineData("""<timerEventDefinition mb:term="16 giờ làm việc"/>""", TimerKind.Term, "16 giờ làm việc")]
    [InlineData("<timerEventDefinition><extensionElements><mb:term>3 ngày</mb:term></extensionElements></timerEventDefinition>", TimerKind.Term, "3 ngày")]
    [InlineData("<timerEventDefinition><timeDate>2026-03-05T17:00:00+07:00</timeDate></timerEventDefinition>", TimerKind.Date, "2026-03-05T17:00:00+07:00")]
    [InlineData("<timerEventDefinition><timeDate>=hẹn trả</timeDate></timerEventDefinition>", TimerKind.Date, "2026-03-06")]
    [InlineData("<timerEventDefinition><timeDuration>=duration(\"PT1H\") * 36</timeDuration></timerEventDefinition>", TimerKind.Duration, "P1DT12H")]
    public void Timer_says_when_it_is_due(string definition, TimerKind kind, string text)
    {
        var model = BpmnText.Model($"""<startEvent id="s"/><intermediateCatchEvent id="t">{definition}</intermediateCatchEvent>""" + BpmnText.Flows("s>t"));
        var armed = Assert.Single(new Walk(model, ("hẹn trả", new NodaTime.LocalDate(2026, 3, 6))).Events.OfType<TimerArmed>());
        Assert.Equal((kind, text), (armed.Spec.Kind, armed.Spec.Text));
    }

    [Fact]
    public void Timer_whose_variable_is_missing_refuses_the_command()
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><userTask id="a"/>
            <intermediateCatchEvent id="t"><timerEventDefinition><timeDate>=hẹn trả</timeDate></timerEventDefinition></intermediateCatchEvent>
            """ + BpmnText.Flows("s>a a>t"));
        Assert.Equal("timer-without-value", Assert.Throws<ProcessCommandException>(() => new Walk(model).Complete("a")).Code);
    }

    [Theory]
    [InlineData("""<receiveTask id="w" messageRef="m"/>""")]
    [InlineData("""<intermediateCatchEvent id="w"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>""")]
    public void Message_is_awaited_and_taken(string element)
    {
        var model = BpmnText.Model($"""<startEvent id="s"/>{element}<userTask id="a"/>""" + BpmnText.Flows("s>w w>a"), Message);
        var walk = new Walk(model);
        Assert.Equal(["Bổ sung"], ProcessEngine.AwaitedMessages(model, walk.State));
        walk.Receive("Bổ sung").ExpectOpen("a");
        Assert.Empty(ProcessEngine.AwaitedMessages(model, walk.State));
    }

    [Fact]
    public void Interrupting_boundary_timer_cancels_its_task()
    {
        var walk = new Walk(WithBoundary($"""<boundaryEvent id="b" attachedToRef="a">{BpmnText.Timer("P1D")}</boundaryEvent>""")).Fire("b").ExpectOpen("c");
        Assert.Contains(new TaskCancelled(1, "a", CancelCause.Interrupted), walk.Events);
        walk.Complete("c").ExpectEnd("e2");
    }

    [Fact]
    public void Boundary_timer_is_cancelled_when_its_task_is_done()
    {
        var walk = new Walk(WithBoundary($"""<boundaryEvent id="b" attachedToRef="a">{BpmnText.Timer("P1D")}</boundaryEvent>""")).Complete("a");
        walk.ExpectEnd("e");
        Assert.Contains(new TimerCancelled(2, "b"), walk.Events);
    }

    [Fact]
    public void Non_interrupting_boundary_timer_leaves_its_task_open()
    {
        var walk = new Walk(WithBoundary($"""<boundaryEvent id="b" attachedToRef="a" cancelActivity="false">{BpmnText.Timer("P1D")}</boundaryEvent>"""));
        walk.Fire("b").ExpectOpen("a c").Complete("a").ExpectOpen("c").Complete("c").ExpectEnd("e2");
    }

    [Fact]
    public void Interrupting_boundary_message_cancels_its_task() =>
        new Walk(WithBoundary("""<boundaryEvent id="b" attachedToRef="a"><messageEventDefinition messageRef="m"/></boundaryEvent>""")).Receive("Bổ sung").ExpectOpen("c");

    [Fact]
    public void Non_interrupting_boundary_message_may_come_again() =>
        new Walk(WithBoundary("""<boundaryEvent id="b" attachedToRef="a" cancelActivity="false"><messageEventDefinition messageRef="m"/></boundaryEvent>"""))
            .Receive("Bổ sung").Receive("Bổ sung").ExpectOpen("a c c");

    [Theory]
    [InlineData(true, "a")]
    [InlineData(false, "b")]
    public void Event_gateway_takes_what_happens_first(bool message, string open)
    {
        var model = BpmnText.Model($"""
            <startEvent id="s"/><eventBasedGateway id="g"/><userTask id="a"/><userTask id="b"/>
            <intermediateCatchEvent id="m1"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
            <intermediateCatchEvent id="t1">{BpmnText.Timer("P30D")}</intermediateCatchEvent>
            """ + BpmnText.Flows("s>g g>m1 g>t1 m1>a t1>b"), Message);
        var walk = new Walk(model);
        walk = message ? walk.Receive("Bổ sung") : walk.Fire("t1");
        walk.ExpectOpen(open);
        Assert.Empty(walk.State.Timers);
        Assert.Single(walk.State.Tokens);
    }

    [Fact]
    public void Subprocess_goes_on_once_everything_in_it_has_ended()
    {
        var walk = new Walk(WithSubprocess("<endEvent id=\"ie\"/>")).ExpectOpen("ia ib").Complete("ia").ExpectOpen("ib").Complete("ib").ExpectOpen("after");
        walk.Complete("after").ExpectEnd("e");
        Assert.Single(walk.Events.OfType<SubprocessEnded>());
    }

    [Fact]
    public void Boundary_timer_of_a_subprocess_cancels_everything_in_it()
    {
        var walk = new Walk(WithSubprocess("<endEvent id=\"ie\"/>")).Fire("late").ExpectOpen("caught");
        Assert.Equal(2, walk.Events.OfType<TaskCancelled>().Count());
    }

    [Fact]
    public void Error_end_is_caught_on_the_boundary_of_its_subprocess()
    {
        var walk = new Walk(WithSubprocess("""<endEvent id="ie"><errorEventDefinition errorRef="x"/></endEvent>""")).Complete("ia").ExpectOpen("failed");
        Assert.Contains(new ErrorRaised("ie", "E1", "err"), walk.Events);
        Assert.Empty(walk.State.Timers);
    }

    [Fact]
    public void Error_that_nothing_catches_ends_the_process()
    {
        var compilation = BpmnText.Compile("""<startEvent id="s"/><userTask id="a"/><endEvent id="e"><errorEventDefinition/></endEvent>""" + BpmnText.Flows("s>a a>e"));
        Assert.Equal("error-not-caught", Assert.Single(compilation.Problems).Code);
        new Walk(compilation.Model!).Complete("a").ExpectEnd("e");
    }

    private static ProcessModel WithBoundary(string boundary) => BpmnText.Model(
        $"""<startEvent id="s"/><userTask id="a"/>{boundary}<userTask id="c"/><endEvent id="e"/><endEvent id="e2"/>""" + BpmnText.Flows("s>a a>e b>c c>e2"), Message);

    private static ProcessModel WithSubprocess(string end) => BpmnText.Model($"""
        <startEvent id="s"/>
        <subProcess id="sub">
          <startEvent id="is"/><parallelGateway id="if"/><userTask id="ia"/><userTask id="ib"/>{end}{BpmnText.Flows("is>if if>ia if>ib ia>ie ib>ie")}
        </subProcess>
        <boundaryEvent id="late" attachedToRef="sub">{BpmnText.Timer("P5D")}</boundaryEvent>
        <boundaryEvent id="err" attachedToRef="sub"><errorEventDefinition errorRef="x"/></boundaryEvent>
        <userTask id="after"/><userTask id="caught"/><userTask id="failed"/><endEvent id="e"/>
        """ + BpmnText.Flows("s>sub sub>after after>e late>caught err>failed"), """<error id="x" errorCode="E1"/>""");
}
