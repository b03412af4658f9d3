using NodaTime;

namespace MinhBach.Bpmn.Tests;

/// <summary>Processes written short: the inside of a process element.</summary>
internal static class BpmnText
{
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    public static string File(string inside, string beside = "") => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mb="https://minhbach.example/bpmn/1" targetNamespace="urn:test">
          {beside}
          <process id="p" name="Thử" isExecutable="true">{inside}</process>
        </definitions>
        """;

    public static Compilation Compile(string inside, string beside = "") => ProcessModel.Compile(BpmnXml.Read(File(inside, beside)));

    public static ProcessModel Model(string inside, string beside = "")
    {
        var compilation = Compile(inside, beside);
        Assert.True(compilation.Succeeded, string.Join("\n", compilation.Problems));
        return compilation.Model!;
    }

    /// <summary>Flows written as "a>b c>d".</summary>
    public static string Flows(string pairs) => string.Concat(pairs.Split(' ').Select(pair =>
    {
        var ends = pair.Split('>');
        return $"""<sequenceFlow id="{ends[0]}_{ends[1]}" sourceRef="{ends[0]}" targetRef="{ends[1]}"/>""";
    }));

    public static string When(string from, string to, string condition) =>
        $"""<sequenceFlow id="{from}_{to}" sourceRef="{from}" targetRef="{to}"><conditionExpression>{System.Security.SecurityElement.Escape(condition)}</conditionExpression></sequenceFlow>""";

    public static string Timer(string duration) => $"<timerEventDefinition><timeDuration>{duration}</timeDuration></timerEventDefinition>";
}

/// <summary>A case that is walked through in a test; every command also proves that its events give its state.</summary>
internal sealed class Walk
{
    private readonly ProcessModel model;

    public Walk(ProcessModel model, params (string Name, FeelValue Value)[] variables)
    {
        this.model = model;
        Do(new StartProcess(FeelContext.Of(variables)));
    }

    public ProcessState State { get; private set; } = ProcessState.Empty;

    public List<ProcessEvent> Events { get; } = [];

    public string Open => string.Join(" ", State.OpenTasks.Select(task => task.NodeId));

    public Walk Do(ProcessCommand command)
    {
        var (events, after) = ProcessEngine.Advance(model, State, command, BpmnText.Now);
        var replayed = events.Aggregate(State, (state, processEvent) => ProcessEngine.Apply(model, state, processEvent));
        Assert.Equal(after, replayed);
        Assert.Equal(after, ProcessState.FromJson(after.ToJson()));
        State = after;
        Events.AddRange(events);
        return this;
    }

    public Walk Complete(string node, params (string Name, FeelValue Value)[] variables) =>
        Do(new CompleteTask(State.OpenTasks.First(task => task.NodeId == node).TaskNo, FeelContext.Of(variables)));

    public Walk Fire(string node) => Do(new FireTimer(State.Timers.First(timer => timer.NodeId == node).TimerNo));

    public Walk Receive(string message) => Do(new ReceiveMessage(message));

    public Walk ExpectOpen(string nodes)
    {
        Assert.Equal(nodes, Open);
        return this;
    }

    public void ExpectEnd(string node)
    {
        Assert.Equal(ProcessStatus.Ended, State.Status);
        Assert.Equal(node, State.Outcome);
        Assert.Empty(State.Tokens);
        Assert.Empty(State.Timers);
    }
}
