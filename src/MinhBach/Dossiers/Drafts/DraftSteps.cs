using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>One page of filling in.</summary>
internal sealed record DraftStep(string Slug, string Title, bool IsDone);

/// <summary>The pages that a procedure asks for, in order; one thing each.</summary>
internal static class DraftSteps
{
    public const string Case = "truong-hop";
    public const string Agency = "co-quan";
    public const string Applicant = "nguoi-nop";
    public const string Person = "thong-tin";
    public const string Proxy = "uy-quyen";
    public const string Section = "noi-dung";
    public const string Paper = "giay-to";
    public const string Result = "nhan-ket-qua";
    public const string Check = "kiem-tra";
    public const string Receipt = "bien-nhan";

    public static IReadOnlyList<DraftStep> Of(Draft draft, ProcedureVersion procedure, Words words)
    {
        var steps = new List<DraftStep>();
        if (procedure.Cases.Count > 1) steps.Add(new(Case, words["Trường hợp"], draft.CaseKey is not null));
        steps.Add(new(Agency, words["Cơ quan tiếp nhận"], draft.Agency is not null));
        steps.Add(new(Applicant, words["Ai đề nghị"], draft.Kind is not null));
        steps.Add(new(Person, words["Thông tin người đề nghị"], draft.Person is not null));
        if (draft.ByProxy) steps.Add(new(Proxy, words["Người được ủy quyền"], draft.Proxy is not null));
        for (var i = 1; i <= procedure.Form.Sections.Count; i++)
            steps.Add(new($"{Section}/{i}", procedure.Form.Sections[i - 1].Title, draft.Sections.Contains(i)));
        var papers = CaseOf(draft, procedure).Papers;
        for (var i = 1; i <= papers.Count; i++)
            steps.Add(new($"{Paper}/{i}", papers[i - 1].Name, draft.Papers.ContainsKey(papers[i - 1].Key)));
        steps.Add(new(Result, words["Nhận kết quả"], draft.ResultBy is not null));
        return steps;
    }

    /// <summary>The first page that is still to be filled in; the check of all answers when none is.</summary>
    public static string NextOf(IReadOnlyList<DraftStep> steps) => steps.FirstOrDefault(step => !step.IsDone)?.Slug ?? Check;

    /// <summary>The chosen case; while none is chosen, the first.</summary>
    public static ProcedureCase CaseOf(Draft draft, ProcedureVersion procedure) =>
        procedure.Cases.FirstOrDefault(one => one.Key == draft.CaseKey) ?? procedure.Cases[0];
}
