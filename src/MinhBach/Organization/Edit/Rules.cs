using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

/// <summary>What every change of the organisation is held to.</summary>
internal static class Rules
{
    public static string Name(string? name) => name?.Trim() is { Length: > 0 and <= 200 } good
        ? good
        : throw new RuleBroken("organization.name", "Nhập tên, dài không quá 200 ký tự.");

    public static string Basis(string? basis) => basis?.Trim() is { Length: > 0 and <= 500 } good
        ? good
        : throw new RuleBroken("organization.basis", "Ghi căn cứ hoặc lý do: số, ngày của quyết định.");

    public static void Standing(bool stands)
    {
        if (!stands) throw new RuleBroken("organization.ended", "Mục này đã hết hiệu lực, không sửa được nữa.");
    }

    public static T Found<T>(T? found)
        where T : class => found ?? throw new RuleBroken("organization.missing", "Mục này không có trong cơ cấu tổ chức.");

    public static void NotAfterToday(LocalDate day, LocalDate today)
    {
        if (day > today) throw new RuleBroken("organization.future", "Ngày này không được ở tương lai.");
    }

    public static void InOrder(LocalDate from, LocalDate? to)
    {
        if (to < from) throw new RuleBroken("organization.dates", "Ngày kết thúc không được trước ngày bắt đầu.");
    }

    public static void SameRevision(long stored, long edited)
    {
        if (stored != edited) throw OrganizationWriter.Changed();
    }
}
