using System.CommandLine;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Mining;
using MinhBach.Mining.Mapping;
using MinhBach.ProcessMining;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Commands;

/// <summary><c>mine FILE</c>: what the log of another system tells, without a city.</summary>
internal static class MineCommand
{
    private const int MostTold = 50;

    public static Command Make(Words words, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = words["Nhật ký: XES (.xes, .xes.gz), CSV có dòng tiêu đề, hoặc OCEL 2.0 (JSON, XML)"] };
        var due = new Option<string?>("--due") { Description = words["Thuộc tính của vụ việc ghi hạn; bỏ trống thì đoán theo tên"], HelpName = "NAME" };
        var done = new Option<string?>("--done") { Description = words["Thuộc tính của vụ việc ghi ngày xong; bỏ trống thì đoán theo tên"], HelpName = "NAME" };
        var by = new Option<string[]>("--by") { Description = words["Đếm theo từng giá trị của thuộc tính này; dùng được nhiều lần"], HelpName = "NAME" };
        var zone = new Option<string>("--zone") { Description = words["Múi giờ của giờ làm việc và của ngày giờ không ghi múi giờ (mặc định: {0})", "Asia/Ho_Chi_Minh"], HelpName = "ZONE", DefaultValueFactory = _ => "Asia/Ho_Chi_Minh" };
        var map = new Option<string?>("--map") { Description = words["Sơ đồ cột (JSON) thay cho --due, --done, --by, --zone; xem docs/import-log.md"], HelpName = "FILE" };
        var wall = new Option<bool>("--wall-clock") { Description = words["Tính cả đêm và ngày nghỉ, thay vì giờ làm việc"] };
        var json = new Option<bool>("--json") { Description = words["In JSON cho máy đọc"] };
        var html = new Option<string?>("--html") { Description = words["Ghi báo cáo có hình vào một tệp HTML đọc được ở bất cứ đâu"], HelpName = "FILE" };
        var command = new Command("mine", words["Đọc nhật ký của một hệ thống khác: đếm, đúng hạn, chỗ chờ lâu, các đường đi."]) { file, map, due, done, by, zone, wall, json, html };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            if (Directory.Exists(path)) throw new FormatException(words["“{0}” là một thư mục, không phải tệp.", path]);
            var report = Read(path, parsed.GetValue(map) is { } mapped
                ? Mapped(parsed, MapFile.Read(words, mapped), parsed.GetValue(wall), due, done, by, zone)
                : new LogReportOptions
                {
                    Due = parsed.GetValue(due),
                    Done = parsed.GetValue(done),
                    By = parsed.GetValue(by) is { Length: > 0 } parts ? parts : LogReportOptions.UsualParts,
                    Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(parsed.GetValue(zone)!) ?? throw new RuleBroken("mine.zone", "Không có múi giờ “{0}”; ví dụ đúng: Asia/Ho_Chi_Minh.", parsed.GetValue(zone)!),
                    OnTheWallClock = parsed.GetValue(wall),
                });
            if (parsed.GetValue(html) is { } target) await File.WriteAllTextAsync(target, LogReportHtml.Write(words, report), Encoding.UTF8, cancellation);
            if (parsed.GetValue(json)) output.WriteLine(LogReportJson.Write(report));
            else LogReportText.Write(words, output, report);
            return 0;
        });
        return command;
    }

    // The map says all of it, or two places would say two things.
    private static LogReportOptions Mapped(ParseResult parsed, LogMap map, bool onTheWallClock, params ReadOnlySpan<Option> instead)
    {
        foreach (var option in instead)
        {
            if (parsed.GetResult(option) is { Implicit: false }) throw new RuleBroken("mine.mapAnd", "Có --map thì bỏ {0}: sơ đồ cột đã nói điều đó.", option.Name);
        }

        return map.Options(onTheWallClock);
    }

    private static LogReport Read(string path, LogReportOptions options)
    {
        using var stream = File.OpenRead(path);
        try
        {
            var report = LogReport.Read(Path.GetFileName(path), stream, options);
            var named = options.Named.Select(name => name == options.Due ? report.Summary.Dates.Due! : name == options.Done ? report.Summary.Dates.Done! : name);
            if (named.FirstOrDefault(name => !report.Summary.Attributes.Contains(name)) is { } unknown)
                throw new RuleBroken("mine.attribute", "“{0}” không có thuộc tính nào tên “{1}”. Các thuộc tính: {2}", path, unknown, report.Summary.Attributes is { Count: > 0 } there ? string.Join(", ", there.Take(MostTold)) : "–");
            return report;
        }
        catch (LogFormatException broken)
        {
            throw new RuleBroken("mine.format", "Không đọc được “{0}” như một nhật ký: {1}", path, broken.Message);
        }
    }
}
