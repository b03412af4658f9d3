using System.Text.Json;

namespace MinhBach.Kernel;

/// <summary>
/// Looks at the newest entries of the journal before the city opens: in constant time, so that it never delays a start. It
/// finds what somebody has just spoilt; the whole journal is what <c>check</c> looks at.
/// </summary>
public sealed class JournalTail(CityDatabase database, JournalEventTypes types)
{
    private const int Newest = 64;

    /// <summary>Refuses a journal whose newest entries cannot be right.</summary>
    /// <exception cref="RuleBroken">An entry is unknown, unreadable or follows nothing.</exception>
    public async Task RequireSoundAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenForReadingAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT e.sequence, e.name, e.data, e.actor, e.previous, p.sequence
            FROM (SELECT * FROM journal_entry ORDER BY sequence DESC LIMIT {Newest}) e
            LEFT JOIN journal_entry p ON p.sequence = e.previous AND p.sequence < e.sequence AND p.stream = e.stream AND p.stream_id = e.stream_id
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (sequence, name) = (reader.GetInt64(0), reader.GetString(1));
            if (!types.Knows(name))
            {
                throw new RuleBroken(
                    "journal.unknown",
                    "Nhật ký có sự kiện {0} thuộc loại “{1}” mà chương trình này không biết. Hãy chạy phiên bản mới hơn; nếu đây đã là bản mới nhất thì nhật ký đã bị sửa: chạy “minhbach check”.",
                    sequence,
                    name);
            }

            if (!IsJson(reader.GetString(2)) || !IsJson(reader.GetString(3)) || (!reader.IsDBNull(4) && reader.IsDBNull(5)))
            {
                throw new RuleBroken(
                    "journal.spoilt",
                    "Sự kiện {0} của nhật ký không đọc được hoặc không nối vào sự kiện trước nó: có người đã sửa cơ sở dữ liệu. Chạy “minhbach check” để xem tất cả, rồi khôi phục bản sao lưu gần nhất bằng “minhbach restore” vào thư mục hoặc cơ sở dữ liệu trống.",
                    sequence);
            }
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
