using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class ResultPageModel(DraftDesk desk) : DraftPage(desk)
{
    public override string Slug => DraftSteps.Result;

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public IReadOnlyList<Choice> Ways =>
    [
        new("desk", Words.ResultWay("desk"), Words["Đến nơi nộp, mang theo giấy tiếp nhận và căn cước."]),
        new("post", Words.ResultWay("post"), Words["Gửi đến địa chỉ của bạn; bạn trả cước khi nhận."]),
        new("electronic", Words.ResultWay("electronic"), Words["Bản điện tử có chữ ký số, có giá trị như bản giấy."]),
    ];

    public void OnGet() => (By, Address) = (Draft.ResultBy, Draft.Person?.Address);

    public async Task<IActionResult> OnPostAsync()
    {
        var address = Address?.Trim() ?? "";
        if (By is not ("desk" or "post" or "electronic")) Wrong(nameof(By), "Chọn cách nhận kết quả.");
        if (By == "post" && address.Length < 5) Wrong(nameof(Address), "Nhập địa chỉ nhận kết quả: số nhà, đường, xã hoặc phường, tỉnh hoặc thành phố.");
        if (address.Length > 400) Wrong(nameof(Address), "Địa chỉ dài quá {0} ký tự. Hãy viết ngắn lại.", 400);
        if (!ModelState.IsValid) return Page();
        return await KeepAsync(draft => draft with
        {
            ResultBy = By,
            Person = address.Length > 0 && draft.Person is { } person ? person with { Address = address } : draft.Person,
        });
    }
}
