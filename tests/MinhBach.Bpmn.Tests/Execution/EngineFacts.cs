namespace MinhBach.Bpmn.Tests;

public sealed class EngineFacts
{
    private const string Straight = """<startEvent id="s"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>""";

    [Fact]
    public void Steps_come_one_after_another()
    {
        var walk = new Walk(BpmnText.Model(Straight + BpmnText.Flows("s>a a>b b>e"))).ExpectOpen("a").Complete("a").ExpectOpen("b").Complete("b");
        walk.ExpectEnd("e");
        Assert.Equal(
            [new ProcessStarted("p"), new TaskOpened(1, "a"), new TaskCompleted(1, "a"), new TaskOpened(2, "b"), new TaskCompleted(2, "b"), new ProcessEnded("e")],
            walk.Events);
    }

    [Theory]
    [InlineData(10, "a")]
    [InlineData(9, "b")]
    [InlineData(1, "c")]
    public void Exclusive_gateway_takes_the_first_way_that_holds_or_else_the_default(int amount, string open)
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><exclusiveGateway id="g" default="g_c"/><userTask id="a"/><userTask id="b"/><userTask id="c"/>
            """ + BpmnText.Flows("s>g g>c") + BpmnText.When("g", "a", "amount >= 10") + BpmnText.When("g", "b", "=amount > 5"));
        var walk = new Walk(model, ("amount", amount)).ExpectOpen(open);
        Assert.Contains(new GatewayTaken("g", $"g_{open}"), walk.Events);
    }

    [Fact]
    public void Choice_without_a_way_refuses_the_command_and_changes_nothing()
    {
        var model = BpmnText.Model("""<startEvent id="s"/><userTask id="t"/><exclusiveGateway id="g"/><userTask id="a"/><userTask id="b"/>"""
            + BpmnText.Flows("s>t t>g") + BpmnText.When("g", "a", "x = 1") + BpmnText.When("g", "b", "x = 2"));
        var walk = new Walk(model);
        Refuses(walk, new CompleteTask(1), "no-way-out");
        walk.ExpectOpen("t").Complete("t", ("x", 2)).ExpectOpen("b");
    }

    [Fact]
    public void Parallel_branches_all_open_and_all_must_arrive()
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><userTask id="c"/><endEvent id="e"/>
            """ + BpmnText.Flows("s>f f>a f>b a>j b>j j>c c>e"));
        new Walk(model).ExpectOpen("a b").Complete("b").ExpectOpen("a").Complete("a").ExpectOpen("c").Complete("c").ExpectEnd("e");
    }

    [Theory]
    [InlineData(true, true, "a b")]
    [InlineData(true, false, "a")]
    [InlineData(false, true, "b")]
    [InlineData(false, false, "d")]
    public void Inclusive_gateway_waits_for_exactly_the_ways_taken(bool a, bool b, string open)
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><inclusiveGateway id="f" default="f_d"/><userTask id="a"/><userTask id="b"/><userTask id="d"/>
            <inclusiveGateway id="j"/><userTask id="c"/><endEvent id="e"/>
            """ + BpmnText.Flows("s>f f>d a>j b>j d>j j>c c>e") + BpmnText.When("f", "a", "a") + BpmnText.When("f", "b", "b"));
        var walk = new Walk(model, ("a", a), ("b", b)).ExpectOpen(open);
        foreach (var node in open.Split(' '))
        {
            Assert.DoesNotContain("c", walk.Open, StringComparison.Ordinal);
            walk.Complete(node);
        }
        walk.ExpectOpen("c").Complete("c").ExpectEnd("e");
    }

    [Fact]
    public void Conditions_on_the_flows_of_a_task_split_it()
    {
        var model = BpmnText.Model("""<startEvent id="s"/><userTask id="t" default="t_c"/><userTask id="a"/><userTask id="b"/><userTask id="c"/>"""
            + BpmnText.Flows("s>t t>c") + BpmnText.When("t", "a", "x > 1") + BpmnText.When("t", "b", "x > 2"));
        new Walk(model).Complete("t", ("x", 3)).ExpectOpen("a b");
        new Walk(model).Complete("t", ("x", 0)).ExpectOpen("c");
    }

    [Fact]
    public void Branch_that_ends_leaves_the_others_running()
    {
        var model = BpmnText.Model("""<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="e1"/><endEvent id="e2"/>"""
            + BpmnText.Flows("s>f f>a f>b a>e1 b>e2"));
        var walk = new Walk(model).Complete("a").ExpectOpen("b");
        Assert.Contains(new BranchEnded("e1"), walk.Events);
        walk.Complete("b").ExpectEnd("e2");
    }

    [Fact]
    public void Terminate_end_takes_everything_with_it()
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/>
            <endEvent id="e1"><terminateEventDefinition/></endEvent><endEvent id="e2"/>
            """ + BpmnText.Flows("s>f f>a f>b a>e1 b>e2"));
        var walk = new Walk(model).Complete("a");
        walk.ExpectEnd("e1");
        Assert.Contains(new TaskCancelled(2, "b", CancelCause.Terminated), walk.Events);
    }

    [Fact]
    public void Service_waits_until_the_host_completes_it()
    {
        var model = BpmnText.Model("""<startEvent id="s"/><serviceTask id="a"/><userTask id="b"/>""" + BpmnText.Flows("s>a a>b"));
        var walk = new Walk(model);
        Assert.Equal(new OpenTask(1, "a", IsService: true), Assert.Single(walk.State.OpenTasks));
        Assert.Contains(new ServiceCalled(1, "a"), walk.Events);
        walk.Complete("a", ("paid", true)).ExpectOpen("b");
        Assert.True(walk.State.Variables["paid"].IsTrue);
    }

    [Fact]
    public void Messages_are_sent_on_the_way()
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><sendTask id="a" messageRef="m"/><intermediateThrowEvent id="b"><messageEventDefinition messageRef="m"/></intermediateThrowEvent>
            <intermediateThrowEvent id="c" name="Đã xong"/><endEvent id="e"><messageEventDefinition messageRef="m"/></endEvent>
            """ + BpmnText.Flows("s>a a>b b>c c>e"), """<message id="m" name="Thông báo"/>""");
        var walk = new Walk(model);
        walk.ExpectEnd("e");
        Assert.Equal(["a", "b", "e"], walk.Events.OfType<MessageSent>().Where(sent => sent.Name == "Thông báo").Select(sent => sent.NodeId));
    }

    [Fact]
    public void Send_task_takes_its_message_by_reference()
    {
        var model = BpmnText.Model("""<startEvent id="s"/><sendTask id="a" name="Báo tin" /><endEvent id="e"/>""" + BpmnText.Flows("s>a a>e"));
        Assert.Contains(new MessageSent("a", "Báo tin"), new Walk(model).Events);
    }

    [Fact]
    public void Wrong_commands_are_refused_with_a_code()
    {
        var model = BpmnText.Model(Straight + BpmnText.Flows("s>a a>b b>e"));
        Assert.Equal("not-started", Assert.Throws<ProcessCommandException>(() => ProcessEngine.Decide(model, ProcessState.Empty, new CompleteTask(1), BpmnText.Now)).Code);
        var walk = new Walk(model);
        Refuses(walk, new StartProcess(), "already-started");
        Refuses(walk, new CompleteTask(7), "unknown-task");
        Refuses(walk, new FireTimer(1), "unknown-timer");
        Refuses(walk, new ReceiveMessage("x"), "message-not-awaited");
        Refuses(walk, new JumpTo(1, "x"), "unknown-node");
        walk.Complete("a").Complete("b");
        Refuses(walk, new CompleteTask(2), "ended");
    }

    [Fact]
    public void Process_is_cancelled_with_its_tasks()
    {
        var walk = new Walk(BpmnText.Model(Straight + BpmnText.Flows("s>a a>b b>e"))).Do(new CancelProcess("Công dân rút hồ sơ"));
        Assert.Equal(ProcessStatus.Cancelled, walk.State.Status);
        Assert.Equal("Công dân rút hồ sơ", walk.State.Outcome);
        Assert.Contains(new TaskCancelled(1, "a", CancelCause.ProcessCancelled), walk.Events);
    }

    [Fact]
    public void Task_is_returned_to_an_earlier_step()
    {
        var walk = new Walk(BpmnText.Model(Straight + BpmnText.Flows("s>a a>b b>e"))).Complete("a").Do(new JumpTo(2, "a")).ExpectOpen("a");
        Assert.Contains(new TaskCancelled(2, "b", CancelCause.Moved), walk.Events);
        walk.Complete("a").Complete("b").ExpectEnd("e");
    }

    [Fact]
    public void Return_to_before_a_split_cancels_the_other_branches()
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><userTask id="t"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/>
            """ + BpmnText.Flows("s>t t>f f>a f>b a>j b>j j>e"));
        var walk = new Walk(model).Complete("t").Complete("a");
        walk.Do(new JumpTo(walk.State.OpenTasks[0].TaskNo, "t", CancelOthers: true)).ExpectOpen("t").Complete("t").Complete("a").ExpectOpen("b").Complete("b").ExpectEnd("e");
    }

    [Fact]
    public void Move_that_leaves_only_a_waiting_join_is_refused()
    {
        var model = BpmnText.Model("""
            <startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/><endEvent id="x"/>
            """ + BpmnText.Flows("s>f f>a f>b a>j b>j j>e"), "");
        var walk = new Walk(model).Complete("a");
        Refuses(walk, new JumpTo(walk.State.OpenTasks[0].TaskNo, "x"), "would-wait-forever");
    }

    [Fact]
    public void Events_come_back_from_JSON()
    {
        ProcessEvent[] events =
        [
            new VariablesSet(FeelContext.Of(("ngày nộp", new NodaTime.LocalDate(2026, 3, 2)), ("phí", 1.5m))),
            new TimerArmed(3, "t", new TimerSpec(TimerKind.Term, "16 giờ làm việc"), 2),
            new TaskCancelled(2, "b", CancelCause.Moved),
            new JoinPassed("j", [1, 2]),
        ];
        var json = System.Text.Json.JsonSerializer.Serialize(events);
        Assert.Equal(events, System.Text.Json.JsonSerializer.Deserialize<ProcessEvent[]>(json));
    }

    [Fact]
    public void State_of_a_case_is_a_short_text_that_stays_readable()
    {
        var walk = new Walk(BpmnText.Model(Straight + BpmnText.Flows("s>a a>b b>e")), ("fee", 10)).Complete("a");
        Assert.Equal("""{"v":1,"s":"running","p":"p","n":2,"t":[["task",2,"b"]],"x":{"fee":10}}""", walk.State.ToJson());
        Assert.Throws<System.Text.Json.JsonException>(() => ProcessState.FromJson("""{"v":2}"""));
    }

    private static void Refuses(Walk walk, ProcessCommand command, string code)
    {
        var before = walk.State;
        Assert.Equal(code, Assert.Throws<ProcessCommandException>(() => walk.Do(command)).Code);
        Assert.Same(before, walk.State);
    }
}
