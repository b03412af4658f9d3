using MinhBach.Shell;
using Npgsql;

namespace MinhBach.Commands;

/// <summary>Reads --database before anything is opened.</summary>
internal static class ConnectionText
{
    public static string? Check(Words words, string text)
    {
        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host)
                ? words["--database: chuỗi kết nối thiếu Host, ví dụ “Host=127.0.0.1;Database=minhbach;Username=minhbach”."]
                : null;
        }
        catch (Exception broken) when (broken is ArgumentException or FormatException or KeyNotFoundException)
        {
            // What is said of a text that holds a password could repeat a piece of it.
            var detail = text.Contains("password", StringComparison.OrdinalIgnoreCase) || text.Contains("pwd", StringComparison.OrdinalIgnoreCase) ? "…" : broken.Message;
            return words["--database: chuỗi kết nối không đọc được ({0}), ví dụ đúng: “Host=127.0.0.1;Database=minhbach;Username=minhbach”.", detail];
        }
    }
}
