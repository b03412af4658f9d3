using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Shell;

/// <summary>Completes a problem with a Vietnamese (or English) title, a stable code and the trace id.</summary>
internal static class ProblemWords
{
    public static void Complete(ProblemDetailsContext context)
    {
        var words = context.HttpContext.RequestServices.GetRequiredService<Words>();
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        problem.Status = status;
        problem.Instance ??= context.HttpContext.Request.Path;
        if (status == StatusCodes.Status503ServiceUnavailable) context.HttpContext.Response.Headers.RetryAfter = "5";
        if (context.Exception is BadHttpRequestException { InnerException: JsonException json })
            problem.Detail = words["Dữ liệu JSON sai ở {0}, dòng {1}.", json.Path ?? "$", (json.LineNumber ?? 0) + 1];
        var rule = context.Exception as RuleBroken;
        problem.Title = rule is null ? Title(status, words) ?? problem.Title : words.Say(rule);
        problem.Extensions.TryAdd("code", rule?.Code ?? Code(status));
        problem.Extensions["traceId"] = context.HttpContext.TraceIdentifier;
    }

    private static string? Title(int status, Words words) => status switch
    {
        400 => words["Yêu cầu có chỗ chưa đúng"],
        401 => words["Bạn cần đăng nhập"],
        403 => words["Bạn không có quyền làm việc này"],
        404 => words["Không tìm thấy"],
        405 => words["Cách gọi này không dùng được ở đây"],
        409 => words["Việc này không thực hiện được lúc này"],
        412 => words["Dữ liệu vừa được người khác cập nhật"],
        413 => words["Dữ liệu gửi lên quá lớn"],
        415 => words["Kiểu dữ liệu gửi lên không dùng được"],
        429 => words["Quá nhiều yêu cầu, hãy thử lại sau ít phút"],
        500 => words["Hệ thống gặp lỗi"],
        503 => words["Hệ thống đang bận, hãy thử lại sau ít phút"],
        _ => null,
    };

    private static string Code(int status) => status switch
    {
        400 => "bad-request",
        401 => "unauthenticated",
        403 => "forbidden",
        404 => "not-found",
        405 => "method-not-allowed",
        409 => "conflict",
        412 => "stale",
        413 => "too-large",
        415 => "unsupported-media-type",
        429 => "too-many-requests",
        500 => "internal-error",
        503 => "busy",
        _ => "http-" + status.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
