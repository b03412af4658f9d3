using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.Procedures.Import;
using MinhBach.Shell;
using MinhBach.TransparencyLog;
using Npgsql;

namespace MinhBach.Commands;

/// <summary>One sentence for everything that is not our fault; null for a bug, which may crash.</summary>
internal static class Failures
{
    private const string Lacking = "Cơ sở dữ liệu thiếu phần mà lịch sử cấu trúc nói là có ({0}): một lần nâng cấp dở dang hoặc có người đã sửa. Hãy khôi phục bản sao lưu gần nhất bằng “minhbach restore” vào thư mục hoặc cơ sở dữ liệu trống.";

    public static string? Sentence(Words words, Exception failure) => failure switch
    {
        RuleBroken broken => words.Say(broken),
        CatalogueFileBrokenException broken => broken.Message,
        LogException broken => broken.Message,
        OptionsValidationException broken => words["Cài đặt không dùng được: {0}", string.Join(" ", broken.Failures)],
        PostgresException refused => Refused(words, refused),
        NpgsqlException unreachable => words["Không kết nối được PostgreSQL: {0} ({1}). Kiểm tra Host và Port trong --database, và máy chủ có đang chạy không.", unreachable.Message, Innermost(unreachable).Message],
        AddressInUseException or IOException { InnerException: AddressInUseException or SocketException } =>
            words["Địa chỉ phục vụ đang được chương trình khác dùng; chọn địa chỉ khác bằng --urls. ({0})", Innermost(failure).Message],
        SocketException socket => words["Không mở được địa chỉ phục vụ: {0}", socket.Message],
        UnauthorizedAccessException denied => words["Không có quyền đọc hoặc ghi: {0}", denied.Message],
        FormatException broken => words["Tệp không đúng định dạng: {0}", broken.Message],
        FileNotFoundException or DirectoryNotFoundException => words["Không tìm thấy: {0}", failure.Message],
        IOException broken => broken.Message,
        SqliteException { SqliteErrorCode: 1 } missing when missing.Message.Contains("no such", StringComparison.Ordinal) => words[Lacking, missing.Message],
        DbException broken => words["Cơ sở dữ liệu báo lỗi: {0}", broken.Message],
        _ => null,
    };

    // PostgreSQL's own sentence names the user or the database, never the password.
    private static string Refused(Words words, PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            words["PostgreSQL không nhận tên hoặc mật khẩu trong --database: {0}", refused.MessageText],
        PostgresErrorCodes.InvalidCatalogName => words["Không có cơ sở dữ liệu này: {0}. Hãy tạo nó (createdb) hoặc sửa Database trong --database.", refused.MessageText],
        PostgresErrorCodes.InsufficientPrivilege => words["Tài khoản trong --database thiếu quyền: {0}. Nó phải là chủ của cơ sở dữ liệu.", refused.MessageText],
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => words[Lacking, refused.MessageText],
        _ => words["PostgreSQL từ chối: {0}", refused.MessageText],
    };

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;
}
