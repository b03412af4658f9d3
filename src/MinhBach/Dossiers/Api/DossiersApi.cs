using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Dossiers.Api;

/// <summary>Dossiers for programs: hand in, follow, act.</summary>
internal static class DossiersApi
{
    public const string Root = "/api/v1/dossiers";

    private const int LongestKey = 150;

    public static void MapDossiersApi(this IEndpointRouteBuilder routes)
    {
        var dossiers = routes.MapGroup(Root).WithTags("Hồ sơ").AddEndpointFilter(Revisions.Filter).RequireRateLimiting(ApiLimits.Policy);
        dossiers.MapPost("", SubmitAsync).RequireRateLimiting(ApiLimits.Submissions)
            .WithSummary("Nộp hồ sơ")
            .WithDescription("Nộp một hồ sơ trực tuyến. Không cần tài khoản. Gửi tiêu đề Idempotency-Key (tối đa 150 ký tự) để lần gửi lặp nhận lại câu trả lời đầu tiên thay vì nộp hai hồ sơ. Mã tra cứu trong câu trả lời mở toàn bộ hồ sơ: hãy giữ kín.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        dossiers.MapGet("{code}", TrackAsync)
            .WithSummary("Theo dõi một hồ sơ")
            .WithDescription("Chỉ với mã hồ sơ: tiến độ, không có thông tin cá nhân. Với tiêu đề X-Tracking-Secret (mã tra cứu trên giấy tiếp nhận), hoặc công chức có thẩm quyền: toàn bộ hồ sơ. ETag là phiên bản của hồ sơ.");
        dossiers.MapApplicantActions();
        dossiers.MapGroup("").RequireAuthorization(Policies.Work).RequireScope(ApiScopes.WriteDossiers).MapOfficialActions();
        routes.MapTaskList();
    }

    private static async Task<Results<Created<HandedIn>, ValidationProblem>> SubmitAsync(
        NewDossier dossier, NewDossierChecks checks, SubmitDossier submit, TrackingSecrets secrets, CurrentUser user, TimeProvider clock, Words words, HttpContext http,
        [FromHeader(Name = "Idempotency-Key"), Description("Khóa chống nộp lặp, do chương trình gọi tự đặt.")] string? once = null)
    {
        var (submission, errors) = checks.Read(dossier, clock.Today(), user.AccountId?.Value);
        if (once?.Length > LongestKey) errors["Idempotency-Key"] = [words["Viết tối đa {0} ký tự.", LongestKey]];
        if (submission is null || errors.Count > 0) return TypedResults.ValidationProblem(errors);
        var actor = user.Actor is { Kind: ActorKind.Citizen } citizen ? citizen : new Actor(ActorKind.Citizen, submission.Applicant.Name);
        var change = await submit.RunAsync(submission, actor, string.IsNullOrWhiteSpace(once) ? null : Once(once, user, http, dossier));
        Revisions.Show(http, change.Revision);
        return TypedResults.Created(
            $"{Root}/{change.Code}", new HandedIn(change.Code, (int)change.Status, words[change.Status.Name()], secrets.Of(change.Id), change.Revision));
    }

    private static async Task<Results<Ok<TrackedDossier>, ProblemHttpResult>> TrackAsync(
        [Description("Mã hồ sơ, ví dụ H26.4-261122-0001.")] string code, DossierLookup lookup, DossierCaller caller, OrganizationLookup organization, Words words, HttpContext http,
        [FromHeader(Name = DossierCaller.SecretHeader), Description("Mã tra cứu ghi trên giấy tiếp nhận.")] string? secret = null)
    {
        if (await lookup.FindAsync(code, http.RequestAborted) is not { } view) return caller.Unknown();
        if (secret is { Length: > 0 } && !caller.HasSecret(view.Id))
            return TypedResults.Problem(words["Mã tra cứu không đúng."], statusCode: StatusCodes.Status403Forbidden);
        var full = caller.SeesAll(view);
        if (full) http.Response.Headers.CacheControl = "no-store";
        Revisions.Show(http, view.Revision);
        return TypedResults.Ok(TrackedDossier.Of(view, organization.Current, words, full));
    }

    // One caller's keys never meet another's; strangers are told apart by what they send.
    private static IdempotencyKey Once(string key, CurrentUser user, HttpContext http, NewDossier dossier)
    {
        var input = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(dossier, KernelJson.Options)));
        var who = user.AccountId is { } account ? "account:" + account : "address:" + http.Connection.RemoteIpAddress;
        return new($"api:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(who)))[..16]}:{key}", input);
    }
}
