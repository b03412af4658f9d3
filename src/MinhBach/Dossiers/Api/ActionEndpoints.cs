using MinhBach.Organization;

namespace MinhBach.Dossiers.Api;

/// <summary>One endpoint per verb; what may be done when is decided by the dossier's rules alone.</summary>
internal static class ActionEndpoints
{
    public static void MapApplicantActions(this RouteGroupBuilder dossiers)
    {
        dossiers.MapPost("{code}/supply", (string code, PapersBody body, SupplyPapers verb, DossierCaller caller) =>
            caller.ActForApplicantAsync(code, (id, actor, revision) =>
                verb.RunAsync(id, [.. body.Papers.Select(paper => new SubmittedPaper(paper.Key, paper.Name, paper.Form, paper.Count))], actor, revision)))
            .Verb("Nộp giấy tờ bổ sung", "Người nộp (tiêu đề X-Tracking-Secret hoặc tài khoản đã nộp) hoặc cán bộ một cửa nhận thay.");
        dossiers.MapPost("{code}/withdraw", (string code, ReasonBody body, WithdrawDossier verb, DossierCaller caller) =>
            caller.ActForApplicantAsync(code, (id, actor, revision) => verb.RunAsync(id, body.Reason, actor, revision)))
            .Verb("Rút hồ sơ", "Bất cứ lúc nào trước khi có quyết định.");
    }

    public static void MapOfficialActions(this RouteGroupBuilder dossiers)
    {
        dossiers.MapPost("{code}/receive", (string code, ReceiveDossier verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, actor, revision)))
            .Verb("Tiếp nhận hồ sơ", "Hồ sơ đầy đủ, hợp lệ; thời hạn bắt đầu tính.");
        dossiers.MapPost("{code}/decline", (string code, ReasonBody body, DeclineDossier verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, body.Reason, actor, revision)))
            .Verb("Từ chối tiếp nhận", "Kèm lý do (phiếu từ chối).");
        dossiers.MapPost("{code}/request-supplement", (string code, MissingBody body, RequestSupplement verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, body.Items, body.Reason, actor, revision)))
            .Verb("Yêu cầu bổ sung", "Chỉ một lần, nêu hết giấy tờ còn thiếu.");
        dossiers.MapPost("{code}/extend", (string code, ExtendBody body, ExtendDueDate verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, body.NewDate, body.Reason, actor, revision)))
            .Verb("Gia hạn và xin lỗi", "Tối đa một lần, trước ngày hẹn trả ít nhất một ngày.");
        dossiers.MapPost("{code}/stop", (string code, ReasonBody body, StopDossier verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, body.Reason, actor, revision)))
            .Verb("Dừng giải quyết", "Đóng hồ sơ mà không có kết quả, kèm lý do.");
        dossiers.MapPost("{code}/confirm-payment", (string code, ConfirmPayment verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, actor, revision)))
            .Verb("Xác nhận đã nộp tiền", "Thời hạn tiếp tục tính.");
        dossiers.MapPost("{code}/return-result", (string code, ReturnBody body, ReturnResult verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, body.Method, actor, revision)))
            .Verb("Trả kết quả", "Ghi cách trả; hồ sơ kết thúc.");
        dossiers.MapStepActions();
    }

    private static void MapStepActions(this RouteGroupBuilder dossiers)
    {
        dossiers.MapPost("{code}/steps/{task:int}/claim", (string code, int task, ClaimStep verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, task, actor, revision)))
            .Verb("Nhận việc", "Nhận một bước của đơn vị về bàn mình.");
        dossiers.MapPost("{code}/steps/{task:int}/hand-over", (string code, int task, HandOverBody body, HandOverStep verb, DossierCaller caller, OrganizationLookup organization) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(
                id, task, body.Unit, body.Person, body.Person is { } person ? organization.Current.FindPerson(new(person))?.Name : null, body.Reason, actor, revision)))
            .Verb("Chuyển việc", "Cho người hoặc đơn vị khác trong cùng cơ quan.");
        dossiers.MapPost("{code}/steps/{task:int}/complete", (string code, int task, CompleteBody body, CompleteStep verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, task, body.Choice, body.Note, actor, revision)))
            .Verb("Hoàn thành bước", "Quy trình mở bước tiếp theo.");
        dossiers.MapPost("{code}/steps/{task:int}/send-back", (string code, int task, SendBackBody body, ReturnStep verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, task, body.ToNode, body.Reason, actor, revision)))
            .Verb("Trả lại bước trước", "Kèm lý do.");
        dossiers.MapPost("{code}/steps/{task:int}/refuse", (string code, int task, ReasonBody body, RefuseDossier verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, task, body.Reason, actor, revision)))
            .Verb("Từ chối giải quyết", "Kèm lý do và căn cứ pháp lý; phiếu từ chối về bộ phận một cửa.");
        dossiers.MapPost("{code}/steps/{task:int}/ask-opinion", (string code, int task, OpinionBody body, AskOpinion verb, DossierCaller caller, OrganizationLookup organization) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(
                id, task, organization.Current.AgencyByCode(body.Agency)?.Id.Value ?? throw new Kernel.RuleBroken("agency.unknown", "Chọn cơ quan được hỏi ý kiến."),
                body.Question, body.WorkingDays, actor, revision)))
            .Verb("Xin ý kiến cơ quan khác", "Có thời hạn trả lời riêng, tính bằng ngày làm việc.");
        dossiers.MapPost("{code}/steps/{task:int}/give-opinion", (string code, int task, AnswerBody body, GiveOpinion verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, task, body.Answer, actor, revision)))
            .Verb("Cho ý kiến", "Trả lời câu hỏi của cơ quan khác.");
        dossiers.MapPost("{code}/steps/{task:int}/ask-payment", (string code, int task, PaymentBody body, AskPayment verb, DossierCaller caller) =>
            caller.ActAsync(code, (id, actor, revision) => verb.RunAsync(id, task, body.AmountDong, body.Purpose, actor, revision)))
            .Verb("Yêu cầu nộp tiền", "Thời hạn tạm dừng đến khi xác nhận đã nộp.");
    }

    private static void Verb(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary).WithDescription(description)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
