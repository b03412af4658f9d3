using System.CommandLine;
using MinhBach.Kernel;
using MinhBach.Organization.Import;
using MinhBach.Procedures.Import;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>import …</c>: brings the city's own facts in.</summary>
internal static class ImportCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output) =>
        new("import", words["Nạp dữ liệu vào hệ thống."])
        {
            Catalogue(common, words, output),
            Units(common, words, output),
            ImportBoundariesCommand.Make(common, words, output),
            ImportLogCommand.Make(common, words, output),
        };

    private static Command Catalogue(CommonOptions common, Words words, TextWriter output)
    {
        var path = new Argument<string>("PATH") { Description = words["Tệp hoặc thư mục: danh mục .xlsx, tthc.ndjson.gz, tthc_bqp.json"] };
        var command = new Command("catalogue", words["Nạp danh mục thủ tục hành chính; chạy lại không thay đổi gì."]) { path };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetValue(path)!;
            if (!File.Exists(source) && !Directory.Exists(source)) throw new FileNotFoundException(Path.GetFullPath(source));
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            var progress = new ConsoleProgress(words, output);
            var told = new Told(progress);
            var summary = await app.Services.GetRequiredService<ImportCatalogue>().RunAsync(source, Actor.System, progress: told, cancellation: cancellation);
            progress.End();
            output.WriteLine(words["Đã đọc {0} thủ tục: {1} mới, {2} thay đổi, {3} không đổi.", summary.Records, summary.Added, summary.Changed, summary.Unchanged]);
            var file = await ProblemFile.WriteAsync(common.Read(parsed).DataFolder, summary.Problems, cancellation);
            if (file is not null) output.WriteLine(words["{0} chỗ chưa đọc được: {1}", summary.Problems.Count, file]);
            return 0;
        });
        return command;
    }

    private static Command Units(CommonOptions common, Words words, TextWriter output)
    {
        var path = new Argument<string>("PATH") { Description = words["Tệp JSON các tỉnh, thành phố với danh sách phường, xã"] };
        var command = new Command("units", words["Nạp phường, xã với mã số; chạy lại không thay đổi gì."]) { path };
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetValue(path)!;
            if (Directory.Exists(source)) throw new FormatException(words["“{0}” là một thư mục, không phải tệp.", source]);
            await using var file = File.OpenRead(source);
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            var result = await app.Services.GetRequiredService<ImportUnits>().RunAsync(file, Path.GetFileName(source), Actor.System, cancellation: cancellation);
            output.WriteLine(words["Phường, xã: {0} mới, {1} đổi tên, {2} không đổi.", result.Added, result.Renamed, result.Unchanged]);
            foreach (var problem in result.Problems) output.WriteLine("  " + problem);
            return 0;
        });
        return command;
    }

    private sealed class Told(ConsoleProgress progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            progress.Report(new("Đang nạp danh mục: {0}/{1}", value.Total == 0 ? 1 : (double)value.Done / value.Total, value.Done, value.Total));
    }
}
