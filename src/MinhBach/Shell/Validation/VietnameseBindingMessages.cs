using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace MinhBach.Shell;

/// <summary>What a person reads when a posted value cannot be read as its type.</summary>
internal static class VietnameseBindingMessages
{
    public static void Set(DefaultModelBindingMessageProvider messages, Words words)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => words["“{0}” không dùng được cho mục “{1}”. Hãy kiểm tra và nhập lại.", value, name]);
        messages.SetMissingBindRequiredValueAccessor(name => words["Hãy nhập mục “{0}”.", name]);
        messages.SetMissingKeyOrValueAccessor(() => words["Hãy nhập mục này."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["Yêu cầu chưa có nội dung."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["“{0}” không dùng được. Hãy kiểm tra và nhập lại.", value]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Giá trị này không dùng được. Hãy kiểm tra và nhập lại."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Mục này phải là một số, ví dụ 1.234,5."]);
        messages.SetUnknownValueIsInvalidAccessor(name => words["Giá trị của mục “{0}” không dùng được. Hãy kiểm tra và nhập lại.", name]);
        messages.SetValueIsInvalidAccessor(value => words["“{0}” không dùng được. Hãy kiểm tra và nhập lại.", value]);
        messages.SetValueMustBeANumberAccessor(name => words["Mục “{0}” phải là một số, ví dụ 1.234,5.", name]);
        messages.SetValueMustNotBeNullAccessor(_ => words["Hãy nhập mục này."]);
    }
}
