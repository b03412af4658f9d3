namespace MinhBach.Bpmn.Tests;

/// <summary>What cannot be executed is named when a process is compiled.</summary>
public sealed class ProblemFacts
{
    private const string Start = """<startEvent id="s"/>""";

    [Theory]
    [InlineData("<callActivity id=\"x\"/>", "not-executed")]
    [InlineData("<scriptTask id=\"x\"/>", "not-executed")]
    [InlineData("<businessRuleTask id=\"x\"/>", "not-executed")]
    [InlineData("<complexGateway id=\"x\"/>", "not-executed")]
    [InlineData("<transaction id=\"x\"/>", "not-executed")]
    [InlineData("<adHocSubProcess id=\"x\"/>", "not-executed")]
    [InlineData("<subProcess id=\"x\" triggeredByEvent=\"true\"/>", "not-executed")]
    [InlineData("<userTask id=\"x\"><multiInstanceLoopCharacteristics/></userTask>", "not-executed")]
    [InlineData("<userTask id=\"x\"><standardLoopCharacteristics/></userTask>", "not-executed")]
    [InlineData("<intermediateCatchEvent id=\"x\"><signalEventDefinition/></intermediateCatchEvent>", "not-executed")]
    [InlineData("<intermediateThrowEvent id=\"x\"><linkEventDefinition/></intermediateThrowEvent>", "not-executed")]
    [InlineData("<endEvent id=\"x\"><escalationEventDefinition/></endEvent>", "not-executed")]
    [InlineData("<intermediateCatchEvent id=\"x\"><timerEventDefinition/></intermediateCatchEvent>", "timer-empty")]
    [InlineData("<intermediateCatchEvent id=\"x\"><timerEventDefinition><timeDuration>ba ngày</timeDuration></timerEventDefinition></intermediateCatchEvent>", "timer-unreadable")]
    [InlineData("<intermediateCatchEvent id=\"x\"><timerEventDefinition><timeDuration>=1 +</timeDuration></timerEventDefinition></intermediateCatchEvent>", "bad-feel")]
    [InlineData("<intermediateCatchEvent id=\"x\"><timerEventDefinition><timeCycle>R3/PT10H</timeCycle></timerEventDefinition></intermediateCatchEvent>", "timer-cycle")]
    [InlineData("<receiveTask id=\"x\"/>", "no-message")]
    [InlineData("<subProcess id=\"x\"/>", "no-start")]
    public void Element_that_is_not_executed_is_named(string element, string code)
    {
        var compilation = BpmnText.Compile(Start + element + BpmnText.Flows("s>x"));
        Assert.Null(compilation.Model);
        var problem = Assert.Single(compilation.Problems);
        Assert.Equal((code, "x", ProblemSeverity.Error), (problem.Code, problem.ElementId, problem.Severity));
        Assert.Equal(3, problem.Line);
    }

    [Theory]
    [InlineData("<userTask id=\"a\"/>", "no-start")]
    [InlineData(Start + "<startEvent id=\"s2\"/>", "several-starts")]
    [InlineData("<startEvent id=\"s\"><messageEventDefinition/></startEvent>", "not-executed")]
    [InlineData(Start + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"nowhere\"/>", "dangling-flow")]
    [InlineData(Start + "<userTask id=\"s\"/>", "duplicate-id")]
    [InlineData(Start + "<userTask/>", "no-id")]
    [InlineData(Start + "<boundaryEvent id=\"b\" attachedToRef=\"x\"><errorEventDefinition/></boundaryEvent>", "not-attached")]
    [InlineData(Start + "<subProcess id=\"u\"><startEvent id=\"i\"/></subProcess><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"i\"/>", "flow-crosses-levels")]
    public void Structure_that_cannot_run_is_an_error(string inside, string code)
    {
        var compilation = BpmnText.Compile(inside);
        Assert.Null(compilation.Model);
        Assert.Contains(compilation.Problems, problem => problem.Code == code && problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Choice_that_nothing_decides_is_an_error() =>
        Assert.Equal("condition-missing", Assert.Single(BpmnText.Compile(
            Start + "<exclusiveGateway id=\"g\" default=\"g_a\"/><userTask id=\"a\"/><userTask id=\"b\"/>" + BpmnText.Flows("s>g g>a g>b")).Problems).Code);

    [Fact]
    public void Condition_that_cannot_be_read_tells_the_character()
    {
        var problem = Assert.Single(BpmnText.Compile(
            Start + "<exclusiveGateway id=\"g\" default=\"g_a\"/><userTask id=\"a\"/><userTask id=\"b\"/>" + BpmnText.Flows("s>g g>a") + BpmnText.When("g", "b", "phí >")).Problems);
        Assert.Equal(("bad-feel", "g_b", "sequenceFlow"), (problem.Code, problem.ElementId, problem.ElementKind));
        Assert.Contains("character 6", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choice_without_default_is_a_warning() =>
        Warns(Start + "<exclusiveGateway id=\"g\"/><userTask id=\"a\"/><userTask id=\"b\"/>" + BpmnText.Flows("s>g") + BpmnText.When("g", "a", "x") + BpmnText.When("g", "b", "y"), "no-default", "g");

    [Fact]
    public void Node_that_no_flow_leads_to_is_a_warning() => Warns(Start + "<userTask id=\"a\"/><userTask id=\"b\"/>" + BpmnText.Flows("s>a"), "unreachable", "b");

    [Fact]
    public void Join_of_the_ways_of_one_choice_is_a_warning() =>
        Warns(
            Start + "<exclusiveGateway id=\"g\" default=\"g_a\"/><userTask id=\"a\"/><userTask id=\"b\"/><parallelGateway id=\"j\"/><endEvent id=\"e\"/>"
            + BpmnText.Flows("s>g g>a a>j b>j j>e") + BpmnText.When("g", "b", "x"), "join-waits-forever", "j");

    [Fact]
    public void Loop_in_which_nobody_works_is_an_error()
    {
        var compilation = BpmnText.Compile(
            Start + "<exclusiveGateway id=\"g\" default=\"g_a\"/><intermediateThrowEvent id=\"t\"/><userTask id=\"a\"/>" + BpmnText.Flows("s>g g>a t>g") + BpmnText.When("g", "t", "x"));
        Assert.Equal("loop-without-work", Assert.Single(compilation.Problems).Code);
        Assert.Null(compilation.Model);
    }

    [Fact]
    public void Process_that_is_not_in_the_file_is_named() =>
        Assert.Equal("no-process", Assert.Single(ProcessModel.Compile(BpmnXml.Read(BpmnText.File(Start)), "other").Problems).Code);

    [Fact]
    public void Steps_stand_in_the_order_of_the_flow()
    {
        var model = BpmnText.Model("<userTask id=\"c\"/><userTask id=\"b\"/><userTask id=\"a\"/><endEvent id=\"e\"/><exclusiveGateway id=\"g\" default=\"g_c\"/>" + Start
            + BpmnText.Flows("s>a a>g g>c b>c c>e") + BpmnText.When("g", "b", "x"));
        Assert.Equal(["a", "b", "c"], model.Steps.Select(step => step.Id));
    }

    [Fact]
    public void Step_says_who_and_how_long_in_attributes_or_in_elements()
    {
        var expected = new StepInfo { Role = "Chuyên viên", Hours = 16.5m, Output = "Tờ trình", Description = "Xem kỹ" };
        var model = BpmnText.Model(Start + """
            <userTask id="a" mb:role="Chuyên viên" mb:hours="16.5" mb:result="Tờ trình"><documentation>Xem kỹ</documentation></userTask>
            <userTask id="b"><extensionElements>
              <mb:role>Chuyên viên</mb:role><mb:hours>16.5</mb:hours><mb:output>Tờ trình</mb:output><mb:description>Xem kỹ</mb:description>
            </extensionElements></userTask>
            """ + BpmnText.Flows("s>a a>b"));
        Assert.Equal([expected, expected], model.Steps.Select(node => node.Step));
    }

    [Fact]
    public void Innermost_lane_counts()
    {
        var model = BpmnText.Model("""
            <laneSet><lane id="l" name="Sở"><flowNodeRef>a</flowNodeRef><childLaneSet><lane id="k" name="Phòng"><flowNodeRef>a</flowNodeRef></lane></childLaneSet></lane></laneSet>
            """ + Start + "<userTask id=\"a\"/>" + BpmnText.Flows("s>a"));
        Assert.Equal("Phòng", model.FindNode("a")!.Lane);
    }

    private static void Warns(string inside, string code, string element)
    {
        var compilation = BpmnText.Compile(inside);
        Assert.NotNull(compilation.Model);
        var problem = Assert.Single(compilation.Problems);
        Assert.Equal((code, element, ProblemSeverity.Warning), (problem.Code, problem.ElementId, problem.Severity));
    }
}
