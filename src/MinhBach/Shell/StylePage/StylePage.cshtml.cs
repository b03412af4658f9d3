using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace MinhBach.Shell;

internal sealed class StylePageModel(Words words) : PageModel
{
    [BindProperty]
    public ExampleForm Form { get; set; } = new();

    public bool IsSent { get; private set; }

    public IReadOnlyList<Choice> Channels =>
    [
        new("truc-tiep", words["Trực tiếp"], words["Tại bộ phận một cửa của xã, phường"]),
        new("truc-tuyen", words["Trực tuyến"]),
        new("buu-chinh", words["Bưu chính công ích"]),
    ];

    public IReadOnlyList<Choice> Papers =>
    [
        new("to-khai", words["Tờ khai đăng ký khai sinh"]),
        new("chung-sinh", words["Giấy chứng sinh"], words["Bản chính, hoặc giấy cam đoan về việc sinh"]),
    ];

    public IReadOnlyList<Choice> Wards => [new("00070", "Phường Hoàn Kiếm"), new("00004", "Phường Ba Đình"), new("00376", "Xã Sóc Sơn")];

    public void OnGet()
    {
    }

    public void OnPost() => IsSent = ModelState.IsValid;

    internal sealed class ExampleForm
    {
        [Display(Name = "Họ và tên"), Required, StringLength(100, MinimumLength = 2)]
        public string? FullName { get; set; }

        [Display(Name = "Ngày sinh"), Required]
        public LocalDate? BornOn { get; set; }

        [Display(Name = "Thư điện tử"), EmailAddress]
        public string? Email { get; set; }

        [Display(Name = "Số bản sao"), Range(1, 20)]
        public int Copies { get; set; } = 1;

        [Display(Name = "Phường, xã"), Required(ErrorMessage = "Chọn phường hoặc xã nơi cư trú")]
        public string? Ward { get; set; }

        [Display(Name = "Cách nhận kết quả"), Required(ErrorMessage = "Chọn cách nhận kết quả")]
        public string? Channel { get; set; }

        [Display(Name = "Giấy tờ kèm theo"), MinLength(1, ErrorMessage = "Chọn giấy tờ kèm theo")]
        public List<string> Papers { get; set; } = [];

        [Display(Name = "Ghi chú"), StringLength(500)]
        public string? Note { get; set; }

        [Display(Name = "Tôi cam đoan lời khai trên là đúng sự thật")]
        public bool Confirmed { get; set; }
    }
}
