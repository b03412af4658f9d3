using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.Bpmn.Tests;

/// <summary>Any process built of sequences, choices, parallel and inclusive blocks and loops runs to its end.</summary>
public sealed class StructuredProcessProperties
{
    [Fact]
    public void Structured_processes_run_to_their_end_and_can_be_replayed()
    {
        var ran = 0;
        Prop.ForAll(Blocks.ToArbitrary(), seedAndBlock =>
        {
            RunToTheEnd(seedAndBlock.Block, seedAndBlock.Seed);
            ran++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Assert.Equal(300, ran);
    }

    private static Gen<(Block Block, int Seed)> Blocks =>
        from size in Gen.Choose(1, 12)
        from block in BlockOf(size)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (block, seed);

    private static Gen<Block> BlockOf(int size) => size <= 1
        ? Gen.Constant<Block>(new Block("task", []))
        : from kind in Gen.Elements("sequence", "choice", "parallel", "inclusive", "loop", "sub")
          from parts in kind is "loop" or "sub" ? Gen.Constant(1) : Gen.Choose(2, 3)
          from inner in Gen.CollectToArray(Enumerable.Repeat(BlockOf(size / 2), parts))
          select new Block(kind, inner);

    private static void RunToTheEnd(Block block, int seed)
    {
        var text = new BlockText();
        var last = text.Write(block, "s");
        var model = BpmnText.Model($"""<startEvent id="s"/><endEvent id="e"/>{text}{BpmnText.Flows($"{last}>e")}""");
        var random = new System.Random(seed);
        var state = ProcessState.Empty;
        var history = new List<ProcessEvent>();
        Do(new StartProcess());
        for (var steps = 0; state.Status == ProcessStatus.Running; steps++)
        {
            Assert.True(steps < 2000, "It does not end.");
            Assert.NotEmpty(state.OpenTasks);
            var task = state.OpenTasks[random.Next(state.OpenTasks.Count)];
            // Loops go round while x is 1: less and less likely, so that the run ends.
            var x = steps > 200 ? 0 : random.Next(3);
            state = ProcessState.FromJson(state.ToJson());
            Do(new CompleteTask(task.TaskNo, FeelContext.Of(("x", x))));
        }
        Assert.Equal(ProcessStatus.Ended, state.Status);
        Assert.Equal(state, ProcessEngine.Replay(model, history));

        void Do(ProcessCommand command)
        {
            var (events, after) = ProcessEngine.Advance(model, state, command, BpmnText.Now);
            Assert.Equal(events, ProcessEngine.Decide(model, state, command, BpmnText.Now));
            history.AddRange(events);
            state = after;
        }
    }

    internal sealed record Block(string Kind, Block[] Inner)
    {
        public override string ToString() => Inner.Length == 0 ? Kind : $"{Kind}({string.Join(", ", (object[])Inner)})";
    }

    /// <summary>Writes a block as BPMN behind a node and names the node at which it ends.</summary>
    private sealed class BlockText
    {
        private readonly StringBuilder text = new();
        private int count;

        public override string ToString() => text.ToString();

        public string Write(Block block, string after)
        {
            switch (block.Kind)
            {
                case "task":
                    return Node("userTask", after);
                case "sequence":
                    foreach (var inner in block.Inner)
                        after = Write(inner, after);
                    return after;
                case "loop":
                    var entry = Node("exclusiveGateway", after);
                    // A task within, for a loop in which nobody works is refused.
                    var again = New();
                    var end = Write(block.Inner[0], Node("userTask", entry));
                    var next = New();
                    text.Append($"""<exclusiveGateway id="{again}" default="{again}_{next}"/><intermediateThrowEvent id="{next}"/>""");
                    text.Append(BpmnText.Flows($"{end}>{again} {again}>{next}")).Append(BpmnText.When(again, entry, "x = 1"));
                    return next;
                case "sub":
                    var sub = New();
                    var inside = new BlockText { count = count };
                    var last = inside.Write(block.Inner[0], $"{sub}s");
                    count = inside.count;
                    text.Append($"""<subProcess id="{sub}"><startEvent id="{sub}s"/>{inside}</subProcess>""").Append(BpmnText.Flows($"{after}>{sub}"));
                    return sub;
                default:
                    return Split(block, after);
            }
        }

        private string Split(Block block, string after)
        {
            var kind = block.Kind switch { "choice" => "exclusiveGateway", "parallel" => "parallelGateway", _ => "inclusiveGateway" };
            var (split, join) = (New(), New());
            var ends = new List<string>();
            for (var i = 0; i < block.Inner.Length; i++)
            {
                var head = New();
                text.Append($"""<intermediateThrowEvent id="{head}"/>""");
                var conditional = block.Kind != "parallel" && i > 0;
                text.Append(conditional ? BpmnText.When(split, head, $"x >= {i}") : BpmnText.Flows($"{split}>{head}"));
                if (i == 0)
                    text.Append($"""<{kind} id="{split}"{(block.Kind == "parallel" ? "" : $" default=\"{split}_{head}\"")}/><{kind} id="{join}"/>""");
                ends.Add(Write(block.Inner[i], head));
            }
            text.Append(BpmnText.Flows($"{after}>{split} {string.Join(' ', ends.Select(end => $"{end}>{join}"))}"));
            return join;
        }

        private string Node(string kind, string after)
        {
            var id = New();
            text.Append($"""<{kind} id="{id}"/>""").Append(BpmnText.Flows($"{after}>{id}"));
            return id;
        }

        private string New() => $"n{++count}";
    }
}
