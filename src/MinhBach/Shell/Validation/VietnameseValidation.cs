using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace MinhBach.Shell;

/// <summary>
/// Gives validation attributes that carry no message of their own a Vietnamese one
/// ({0} is the field's display name); the localizer turns it into English where asked.
/// </summary>
internal sealed class VietnameseValidation : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessageResourceName is null && HasDefaultMessage(attribute))
                attribute.ErrorMessage = Message(attribute) ?? attribute.ErrorMessage;
        }
    }

    // These bring an English message of their own, unlike the others, whose message is null until an author sets one.
    private static readonly HashSet<string?> Defaults =
    [
        null, new EmailAddressAttribute().ErrorMessage, new PhoneAttribute().ErrorMessage,
        new UrlAttribute().ErrorMessage, new FileExtensionsAttribute().ErrorMessage,
    ];

    private static bool HasDefaultMessage(ValidationAttribute attribute) => Defaults.Contains(attribute.ErrorMessage);

    internal static string? Message(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Hãy nhập mục “{0}”.",
        StringLengthAttribute { MinimumLength: > 0 } => "“{0}” cần dài từ {2} đến {1} ký tự.",
        StringLengthAttribute => "“{0}” dài tối đa {1} ký tự.",
        MaxLengthAttribute => "“{0}” dài tối đa {1} ký tự.",
        MinLengthAttribute => "“{0}” cần ít nhất {1} ký tự.",
        RangeAttribute => "“{0}” phải nằm trong khoảng từ {1} đến {2}.",
        EmailAddressAttribute => "Nhập địa chỉ thư điện tử đúng dạng, ví dụ ten@example.vn.",
        PhoneAttribute => "Nhập số điện thoại đúng dạng, ví dụ 0912 345 678.",
        UrlAttribute => "Nhập địa chỉ trang mạng đúng dạng, ví dụ https://example.vn.",
        CompareAttribute => "“{0}” chưa khớp với “{1}”.",
        RegularExpressionAttribute => "“{0}” chưa đúng dạng.",
        FileExtensionsAttribute => "Chọn tệp có đuôi: {1}.",
        _ => null,
    };
}
