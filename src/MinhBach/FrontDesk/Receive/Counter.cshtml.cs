using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.FrontDesk;

/// <summary>The counter: person, papers, receipt, on one page and by keyboard alone.</summary>
[Authorize(Policies.FrontDesk)]
internal sealed class CounterModel(ProcedureCatalog catalog, EarlierApplicants people, TakeIn takeIn, TimeProvider clock, Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "truong-hop")]
    public string? CaseKey { get; set; }

    /// <summary>Whom to look for among earlier applicants.</summary>
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Sought { get; set; }

    /// <summary>The earlier dossier whose applicant this is.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public long? From { get; set; }

    [BindProperty]
    public CounterForm Form { get; set; } = new();

    public ProcedureVersion Procedure { get; private set; } = null!;

    public ProcedureCase Case { get; private set; } = null!;

    public IReadOnlyList<EarlierApplicant> People { get; private set; } = [];

    public ChannelTerm? Direct => Case.Channels.FirstOrDefault(item => item.Channel == Channel.Direct) ?? (Case.Channels.Count > 0 ? Case.Channels[0] : null);

    public IReadOnlyList<Choice> Kinds =>
    [
        new(nameof(ApplicantKind.Citizen), words["Công dân"]), new(nameof(ApplicantKind.Enterprise), words["Doanh nghiệp"]), new(nameof(ApplicantKind.StateAgency), words["Cơ quan nhà nước"]),
        new(nameof(ApplicantKind.Organization), words["Tổ chức"]), new(nameof(ApplicantKind.Other), words["Khác"]),
    ];

    public IReadOnlyList<Choice> Ways => [new("desk", words["Tại bộ phận một cửa"]), new("post", words["Qua bưu chính công ích"]), new("electronic", words["Bản điện tử"])];

    public IReadOnlyList<Choice> States =>
    [
        new("", words["Chưa có"]), new(nameof(PaperForm.Original), words["Bản chính"]), new(nameof(PaperForm.Copy), words["Bản sao"]), new(nameof(PaperForm.Digital), words["Bản điện tử"]),
        new(nameof(PaperForm.Reused), words["Dùng lại dữ liệu đã có"]), new("none", words["Không cần trong trường hợp này"]),
    ];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!Open(code)) return NotFound();
        Form.Token = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        if (From is { } dossier && await people.OfAsync(new(dossier), cancellation) is { } applicant) Form.Take(applicant);
        else People = await people.FindAsync(Sought, cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostReceiveAsync(string code) => ActAsync(code, CounterAct.Receive);

    public Task<IActionResult> OnPostSupplementAsync(string code) => ActAsync(code, CounterAct.AskForPapers);

    public Task<IActionResult> OnPostDeclineAsync(string code) => ActAsync(code, CounterAct.Decline);

    private async Task<IActionResult> ActAsync(string code, CounterAct act)
    {
        if (!Open(code)) return NotFound();
        Check(act);
        if (!ModelState.IsValid) return Page();
        try
        {
            var change = await takeIn.RunAsync(Procedure, Case, Form, act);
            return Redirect($"/ho-so/{change.Code}/giay/" + act switch { CounterAct.Receive => "tiep-nhan", CounterAct.AskForPapers => "bo-sung", CounterAct.Decline => "tu-choi" });
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError("", words.Say(broken));
            return Page();
        }
    }

    private bool Open(string code)
    {
        if (catalog.TryFind(code, clock.Today()) is not { } procedure) return false;
        Procedure = procedure;
        Case = procedure.Cases.FirstOrDefault(item => item.Key == CaseKey) ?? procedure.Cases[0];
        while (Form.Papers.Count < Case.Papers.Count) Form.Papers.Add(new CheckedPaper());
        return true;
    }

    private void Check(CounterAct act)
    {
        if (!Guid.TryParse(Form.Token, out _)) Form.Token = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        if (Form.Kind != ApplicantKind.Citizen && string.IsNullOrWhiteSpace(Form.OrganizationName))
            ModelState.AddModelError("Form.OrganizationName", words["Nhập tên tổ chức, doanh nghiệp."]);
        var missing = Form.Missing(Case);
        if (act == CounterAct.Receive && missing.Count > 0)
            ModelState.AddModelError("Form.Papers[0].State", words["Giấy tờ còn thiếu: {0}. Đánh dấu đã có, hoặc yêu cầu bổ sung.", string.Join("; ", missing)]);
        if (act == CounterAct.AskForPapers && missing.Count == 0 && !TakeIn.Lines(Form.More).Any())
            ModelState.AddModelError("Form.More", words["Chọn hoặc ghi ít nhất một giấy tờ còn thiếu."]);
        if (act != CounterAct.Receive && string.IsNullOrWhiteSpace(Form.Reason))
            ModelState.AddModelError("Form.Reason", act == CounterAct.Decline ? words["Nêu lý do không tiếp nhận hồ sơ."] : words["Nêu lý do yêu cầu bổ sung."]);
    }
}
