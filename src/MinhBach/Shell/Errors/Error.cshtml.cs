using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;

namespace MinhBach.Shell;

[IgnoreAntiforgeryToken]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
internal sealed class ErrorModel(Words words) : PageModel
{
    public string Title { get; private set; } = "";
    public string Lead { get; private set; } = "";
    public string Advice { get; private set; } = "";
    public string? TraceId { get; private set; }
    public bool IsNotFound { get; private set; }

    // Whatever the method was that failed.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Show();

    private void Show()
    {
        // Nobody comes here on purpose: the address itself is not a page.
        var isReExecuted = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
            || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isReExecuted)
            Response.StatusCode = StatusCodes.Status404NotFound;

        IsNotFound = Response.StatusCode == StatusCodes.Status404NotFound;
        if (Response.StatusCode == StatusCodes.Status500InternalServerError)
            TraceId = HttpContext.TraceIdentifier;
        (Title, Lead, Advice) = Say(Response.StatusCode);
        Lead = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            RuleBroken rule => words.Say(rule),
            IllegibleText text => words["Nội dung ở “{0}” có ký tự không đọc được.", text.Where],
            _ => Lead,
        };
    }

    private (string Title, string Lead, string Advice) Say(int status) => status switch
    {
        401 => (words["Bạn cần đăng nhập"], words["Trang này chỉ dành cho người đã đăng nhập."],
            words["Hãy đăng nhập rồi mở lại trang này."]),
        403 => (words["Bạn không có quyền xem trang này"], words["Tài khoản đang dùng không được giao việc này."],
            words["Nếu bạn cần quyền này cho công việc, hãy hỏi người phụ trách đơn vị hoặc quản trị viên."]),
        404 => (words["Không tìm thấy trang"], words["Địa chỉ này không có, hoặc nội dung đã được chuyển đi."],
            words["Hãy kiểm tra lại địa chỉ hoặc mã vừa nhập. Mã hồ sơ in ở đầu giấy tiếp nhận."]),
        405 => (words["Trang này không nhận thao tác đó"], words["Địa chỉ có, nhưng không nhận kiểu yêu cầu vừa gửi."],
            words["Hãy quay lại trang trước và dùng nút hoặc đường dẫn trên trang."]),
        409 => (words["Việc này không thực hiện được lúc này"], words["Dữ liệu đã thay đổi hoặc quy định không cho phép thao tác này."],
            words["Hãy quay lại trang trước, tải lại để xem nội dung mới nhất rồi thử lại."]),
        413 => (words["Dữ liệu gửi lên quá lớn"], words["Tệp hoặc biểu mẫu vượt quá giới hạn cho phép."],
            words["Hãy quay lại trang trước và chọn tệp nhỏ hơn. Giới hạn ghi ngay cạnh ô chọn tệp."]),
        429 => (words["Quá nhiều yêu cầu, hãy thử lại sau ít phút"], words["Hệ thống tạm dừng nhận yêu cầu từ thiết bị này."],
            words["Những gì đã gửi trước đó không bị mất."]),
        503 => (words["Hệ thống đang bận, hãy thử lại sau ít phút"], words["Hiện có rất nhiều yêu cầu cùng lúc."],
            words["Yêu cầu vừa gửi chưa được ghi nhận. Hãy quay lại trang trước và gửi lại."]),
        >= 500 => (words["Hệ thống gặp lỗi"], words["Lỗi thuộc về hệ thống, không phải do bạn."],
            words["Hãy thử lại sau ít phút. Nếu vẫn lỗi, hãy báo mã dưới đây cho bộ phận hỗ trợ."]),
        _ => (words["Yêu cầu có chỗ chưa đúng"], words["Hệ thống không đọc được yêu cầu vừa gửi."],
            words["Hãy quay lại trang trước, kiểm tra nội dung đã nhập rồi gửi lại."]),
    };
}
