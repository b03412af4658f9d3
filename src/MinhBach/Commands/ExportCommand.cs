using System.CommandLine;
using System.IO.Compression;
using MinhBach.Kernel;
using MinhBach.Mining.Export;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.ProcessMining;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Commands;

/// <summary><c>export log FILE</c>: the city's own journal for the programs of others.</summary>
internal static class ExportCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output) =>
        new("export", words["Xuất dữ liệu ra tệp."]) { Log(common, words, output) };

    private static Command Log(CommonOptions common, Words words, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = words["Tệp sẽ ghi; tên kết thúc bằng .gz thì nén"] };
        var format = new Option<string>("--format")
        {
            Description = words["xes hoặc ocel (OCEL 2.0 JSON); mặc định: xes"],
            HelpName = "xes|ocel",
            DefaultValueFactory = _ => "xes",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (text is not ("xes" or "ocel")) result.AddError(words["--format: “{0}” không phải xes hoặc ocel.", text]);
                return text;
            },
        };
        var from = Day(words, "--from", words["Chỉ hồ sơ nộp từ ngày này"]);
        var to = Day(words, "--to", words["Chỉ hồ sơ nộp đến hết ngày này"]);
        var procedure = new Option<string?>("--procedure") { Description = words["Chỉ hồ sơ của thủ tục có mã này"], HelpName = "CODE" };
        var names = new Option<bool>("--names") { Description = words["Ghi mã hồ sơ và tên cán bộ thật thay vì mã đặt ngẫu nhiên"] };
        var key = new Option<string?>("--key") { Description = words["Giữ khóa đặt mã trong tệp này, để các lần xuất dùng cùng mã; chưa có thì tạo"], HelpName = "FILE" };
        var command = new Command("log", words["Ghi nhật ký hồ sơ của Thành phố thành XES hoặc OCEL, mã hồ sơ và tên cán bộ được thay; chạy được khi đang phục vụ."]) { file, format, from, to, procedure, names, key };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(names) && parsed.GetValue(key) is not null) throw new RuleBroken("export.both", "Chọn một trong hai: --names hoặc --key.");
            if (parsed.GetValue(from) is { } first && parsed.GetValue(to) is { } last && first > last) throw new RuleBroken("export.days", "--from đứng sau --to: không có ngày nào ở giữa.");
            await using var app = await OpenCity.ForLookingAsync(common.Read(parsed), cancellation);
            await app.Services.LoadOrganizationAsync(cancellation);
            await app.Services.LoadProceduresAsync(cancellation);
            var choice = new DossierChoice(parsed.GetValue(from), parsed.GetValue(to), Find(app.Services, parsed.GetValue(procedure)));
            var hidden = parsed.GetValue(names) ? Pseudonyms.RealNames : parsed.GetValue(key) is { } kept ? ExportKey.Of(kept) : Pseudonyms.OfThisLog();
            var path = parsed.GetValue(file)!;
            var written = Write(path, stream => app.Services.GetRequiredService<ExportLog>().Write(stream, parsed.GetValue(format) == "ocel" ? ExportFormat.Ocel : ExportFormat.Xes, choice, hidden, cancellation));
            output.WriteLine(words["Đã ghi {0}: {1} hồ sơ, {2} bước đã xong.", Path.GetFullPath(path), words.Number(written.Dossiers), words.Number(written.Steps)]);
            if (parsed.GetValue(names)) output.WriteLine(words["Tệp có mã hồ sơ và tên cán bộ thật: đừng đưa ra ngoài."]);
            return 0;
        });
        return command;
    }

    // Under another name until it is whole, so that nobody takes a half for all.
    private static (long Dossiers, long Steps) Write(string path, Func<Stream, (long Dossiers, long Steps)> write)
    {
        var part = path + ".part";
        try
        {
            (long Dossiers, long Steps) written;
            using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                {
                    using var packing = new GZipStream(file, CompressionLevel.Optimal);
                    written = write(packing);
                }
                else
                {
                    written = write(file);
                }
            }

            File.Move(part, path, overwrite: true);
            return written;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static ProcedureId? Find(IServiceProvider services, string? code) =>
        code is null ? null
        : services.GetRequiredService<ProcedureCatalog>().Versions(code) is [.., var newest] ? newest.ProcedureId
        : throw new RuleBroken("export.procedure", "Không có thủ tục mã “{0}”.", code);

    private static Option<LocalDate?> Day(Words words, string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (VietnameseFormats.ReadDate(text) is { } day) return day;
            result.AddError(words["{0}: “{1}” không phải ngày; ví dụ đúng: 2026-11-22.", name, text]);
            return null;
        },
    };
}
