using NodaTime;

namespace MinhBach.Bpmn.Tests;

public sealed class ProcessTableFacts
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    private static readonly ProcessTable Table = new(
    [
        new("tiep-nhan", "Tiếp nhận hồ sơ", "Một cửa", Hours: 4, Output: "Giấy tiếp nhận và hẹn trả kết quả"),
        new("tham-dinh", "Thẩm định hồ sơ", "Chuyên viên", "phòng chuyên môn", 16.5m, Description: "Kiểm tra thành phần & điều kiện"),
        new("lay-y-kien", "Lấy ý kiến cơ quan liên quan", "Chuyên viên", Hours: 24, Condition: "cần lấy ý kiến = true"),
        new("phe-duyet", "Phê duyệt", "Lãnh đạo", Hours: 8, ReturnTo: "tham-dinh"),
        new("1. trả", "Trả kết quả", "Một cửa", Hours: 4),
    ]);

    [Fact]
    public void Table_compiles_to_its_steps_in_order()
    {
        var compilation = ProcessModel.Compile(Table.ToBpmn("cap-phep", "Cấp phép"));
        Assert.Empty(compilation.Problems);
        Assert.Equal(Table.Steps.Select(step => step.Name), compilation.Model!.Steps.Select(node => node.Name));
        Assert.Equal(["Một cửa", "Chuyên viên", "Chuyên viên", "Lãnh đạo", "Một cửa"], compilation.Model.Steps.Select(node => node.Lane));
        Assert.Equal(16.5m, compilation.Model.FindNode("tham-dinh")!.Step.Hours);
    }

    [Fact]
    public void Table_comes_back_from_its_diagram() =>
        Assert.Equal(Table.Steps, ProcessTable.FromBpmn(Table.ToBpmn("cap-phep", "Cấp phép"))!.Steps);

    [Fact]
    public void Case_passes_by_a_step_whose_condition_does_not_hold_and_goes_back_when_it_is_returned()
    {
        var model = ProcessModel.Compile(Table.ToBpmn("cap-phep", "Cấp phép")).Model!;
        var walked = new List<string>();
        var state = ProcessEngine.Advance(model, ProcessState.Empty, new StartProcess(), Now).State;
        var returns = 1;
        while (state.Status == ProcessStatus.Running)
        {
            var task = Assert.Single(state.OpenTasks);
            walked.Add(task.NodeId);
            var variables = task.NodeId == "phe-duyet" ? FeelContext.Of(("returned", returns-- > 0), ("cần lấy ý kiến", true)) : null;
            state = ProcessEngine.Advance(model, state, new CompleteTask(task.TaskNo, variables), Now).State;
        }
        Assert.Equal(
            ["tiep-nhan", "tham-dinh", "phe-duyet", "tham-dinh", "lay-y-kien", "phe-duyet", ProcessTable.IdOf("1. trả")], walked);
    }
}
