using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using MinhBach.Kernel;
using MinhBach.Procedures.Import;
using MinhBach.Shell;
using Npgsql;

namespace MinhBach.Commands;

/// <summary>One sentence for everything that is not our fault; null for a bug, which may crash.</summary>
internal static class Failures
{
    public static string? Sentence(Words words, Exception failure) => failure switch
    {
        RuleBroken broken => words.Say(broken),
        CatalogueFileBrokenException broken => broken.Message,
        PostgresException refused => words["PostgreSQL từ chối: {0}", refused.MessageText],
        NpgsqlException unreachable => words["Không kết nối được PostgreSQL: {0}", Innermost(unreachable).Message],
        AddressInUseException or IOException { InnerException: AddressInUseException or SocketException } =>
            words["Địa chỉ phục vụ đang được chương trình khác dùng; chọn địa chỉ khác bằng --urls. ({0})", Innermost(failure).Message],
        SocketException socket => words["Không mở được địa chỉ phục vụ: {0}", socket.Message],
        UnauthorizedAccessException denied => words["Không có quyền đọc hoặc ghi: {0}", denied.Message],
        FormatException broken => words["Tệp không đúng định dạng: {0}", broken.Message],
        FileNotFoundException or DirectoryNotFoundException => words["Không tìm thấy: {0}", failure.Message],
        IOException broken => broken.Message,
        DbException broken => words["Cơ sở dữ liệu báo lỗi: {0}", broken.Message],
        _ => null,
    };

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;
}
