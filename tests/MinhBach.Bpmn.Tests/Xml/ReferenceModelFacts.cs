using System.Text;
using System.Xml.Linq;
using MinhBach.Testing;

namespace MinhBach.Bpmn.Tests;

/// <summary>The reference models of the BPMN Model Interchange Working Group, and a model found in a real event log.</summary>
public sealed class ReferenceModelFacts
{
    public static TheoryData<string> Names =>
    [
        "A.1.0", "A.2.0", "A.2.1", "A.3.0", "A.4.0", "A.4.1", "B.1.0", "B.2.0",
        "C.1.0", "C.1.1", "C.3.0", "C.5.0", "C.7.0", "C.9.0", "C.9.1", "C.9.2",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_model_comes_back_as_it_went_in(string name) => ComesBack(SharedData.Find($"bpmn-miwg/Reference/{name}.bpmn"));

    [Fact]
    public void Model_of_the_permit_desk_comes_back_as_it_went_in() => ComesBack(SharedData.Find("event-logs/receipt.bpmn"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_model_compiles_or_names_its_problems(string name) => CompilesOrSaysWhy(SharedData.Find($"bpmn-miwg/Reference/{name}.bpmn"));

    [Fact]
    public void Model_of_the_permit_desk_names_the_choices_that_nothing_decides()
    {
        var compilation = CompilesOrSaysWhy(SharedData.Find("event-logs/receipt.bpmn"));
        Assert.Contains(compilation.Problems, problem => problem.Code == "condition-missing");
    }

    [Theory]
    [InlineData("A.1.0", "Task 1 Task 2 Task 3")]
    [InlineData("C.9.1", null)]
    public void Plain_reference_models_are_executed(string name, string? steps)
    {
        var compilation = CompilesOrSaysWhy(SharedData.Find($"bpmn-miwg/Reference/{name}.bpmn"));
        if (steps is null)
            return;
        var walk = new Walk(compilation.Model!);
        var walked = new List<string>();
        while (walk.State.Status == ProcessStatus.Running)
        {
            var node = compilation.Model!.FindNode(walk.Open)!;
            walked.Add(node.Name);
            walk.Complete(node.Id);
        }
        Assert.Equal(steps, string.Join(" ", walked));
    }

    private static void ComesBack(string path)
    {
        using var file = File.OpenRead(path);
        var document = BpmnXml.Read(file);
        var before = XDocument.Load(path, LoadOptions.PreserveWhitespace);
        var written = BpmnXml.Write(document);
        var after = XDocument.Parse(written, LoadOptions.PreserveWhitespace);
        Assert.True(XNode.DeepEquals(before.Root, after.Root));
        Assert.Equal(written, BpmnXml.Write(BpmnXml.Read(written)));
        Assert.False(Encoding.UTF8.GetBytes(written).AsSpan().StartsWith(Encoding.UTF8.Preamble));
    }

    private static Compilation CompilesOrSaysWhy(string path)
    {
        using var file = File.OpenRead(path);
        var document = BpmnXml.Read(file);
        Compilation? first = null;
        foreach (var process in document.Processes)
        {
            var compilation = ProcessModel.Compile(document, process.Id);
            first ??= compilation;
            Assert.Equal(compilation.Model is null, compilation.Problems.Any(problem => problem.Severity == ProblemSeverity.Error));
            Assert.All(compilation.Problems, problem =>
            {
                Assert.NotEmpty(problem.Code);
                Assert.NotEmpty(problem.ElementKind);
                Assert.NotEmpty(problem.Message);
                Assert.True(problem.Line > 0);
            });
        }
        return first ?? ProcessModel.Compile(document);
    }
}
