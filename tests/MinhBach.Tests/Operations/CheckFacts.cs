using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;

namespace MinhBach.Tests.Operations;

public sealed class CheckFacts
{
    // {0} is the dossier's id, {1} its last event.
    private static readonly (string Edit, string Finding)[] Edits =
    [
        ("UPDATE dossiers_dossier SET status = 9 WHERE id = {0}", "Trạng thái “Đã xử lý xong” không khớp với nhật ký"),
        ("UPDATE dossiers_dossier SET received_at = received_at + 1 WHERE id = {0}", "Lúc tiếp nhận trong bảng khác nhật ký"),
        ("UPDATE dossiers_dossier SET agency_id = agency_id + 1 WHERE id = {0}", "Cơ quan trong bảng khác nhật ký"),
        ("UPDATE dossiers_dossier SET due_at = due_at + 86400000000 WHERE id = {0}", "Hạn trả trong bảng, sổ thời hạn và nhật ký không giống nhau"),
        ("UPDATE dossiers_dossier SET first_due_date = '2030-01-01' WHERE id = {0}", "Ngày hẹn đầu tiên trong bảng"),
        ("UPDATE dossiers_dossier SET state = replace(state, '\"amount\":0,\"unit\":\"sameDay\"', '\"amount\":3,\"unit\":\"workingDays\"') WHERE id = {0}", "Tính lại hạn từ sổ thời hạn ra"),
        ("UPDATE dossiers_dossier SET state = '[]' WHERE id = {0}", "Nội dung hồ sơ không đọc được"),
        ("UPDATE dossiers_dossier SET code = substr(code, 1, length(code) - 4) || '0007' WHERE id = {0}", "Dãy mã trong ngày không liền: có 1 mã, số lớn nhất là 7, thiếu 1, 2, 3, 4, 5 …"),
        ("UPDATE kernel_number SET next = next + 1 WHERE name <> 'id'", "Số kế tiếp của dãy mã là 3, đáng lẽ là 2"),
        ("DELETE FROM dossiers_dossier WHERE id = {0}", "Nhật ký có hồ sơ này nhưng bảng hồ sơ không có"),
        ("DELETE FROM dossiers_applicant WHERE dossier_id = {0}", "Không có người nộp"),
        ("DELETE FROM dossiers_task WHERE dossier_id = {0} AND task = 1", "Nhật ký mở"),
        ("UPDATE dossiers_task SET procedure_id = procedure_id + 1 WHERE dossier_id = {0} AND task = 1", "ghi thủ tục khác nhật ký"),
        ("UPDATE dossiers_task SET ended_at = NULL WHERE dossier_id = {0} AND task = 1", "Bước đang mở trong bảng (1, "),
        ("UPDATE journal_entry SET data = '{{' WHERE sequence = {1}", "không đọc được"),
        ("UPDATE journal_entry SET name = 'dossier.invented' WHERE sequence = {1}", "thuộc loại “dossier.invented” mà chương trình này không biết"),
        ("UPDATE journal_entry SET previous = previous - 1 WHERE sequence = {1}", "Chuỗi sự kiện đứt"),
        ("DELETE FROM journal_entry WHERE sequence = {1}", "Bảng ghi sự kiện cuối là"),
        ("DELETE FROM journal_entry WHERE stream = 'organization'", "organization 1: Bảng ghi sự kiện cuối là"),
    ];

    public static TheoryData<DatabaseKind, int> Cases => new(
        from kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres } from edit in Enumerable.Range(0, Edits.Length) select (kind, edit));

    [Theory, MemberData(nameof(Cases))]
    public async Task What_somebody_edits_by_hand_is_found_and_named(DatabaseKind kind, int edit)
    {
        await using var city = await TestCity.StartAsync(kind);
        var change = await new Ward(city).WorkingAsync();
        var last = await city.SqlAsync($"SELECT last_sequence FROM dossiers_dossier WHERE id = {change.Id.Value}");
        Assert.Equal(0, (await CommandRun.RunAsync(["check", .. CommandRun.Where(city.Service<CityOptions>())])).Code);

        await city.SqlAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Edits[edit].Edit, change.Id.Value, last));
        var (code, said) = await CommandRun.RunAsync(["check", .. CommandRun.Where(city.Service<CityOptions>())]);

        Assert.True(code == 1, said);
        Assert.Contains(Edits[edit].Finding, said, StringComparison.Ordinal);
        if (!Edits[edit].Finding.StartsWith("organization", StringComparison.Ordinal)) Assert.Contains(change.Code[..^5], said, StringComparison.Ordinal);
    }
}
