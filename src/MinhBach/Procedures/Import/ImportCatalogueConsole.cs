using System.Globalization;
using System.Text;
using MinhBach.Kernel;
using NodaTime;
using Spectre.Console;

namespace MinhBach.Procedures.Import;

/// <summary>The import at the command line: a progress bar, a summary, and a CSV of what could not be read.</summary>
public static class ImportCatalogueConsole
{
    /// <summary>Runs the import and tells how it went.</summary>
    /// <param name="import">The use case.</param>
    /// <param name="path">A file or folder.</param>
    /// <param name="problemsFolder">Where the CSV of problems is written.</param>
    /// <param name="console">Where to write.</param>
    /// <param name="from">First day in force of what is new; today when left out.</param>
    /// <param name="cancellation">Stops between parts.</param>
    /// <returns>The exit code: 0, or 2 when a file is not what it should be.</returns>
    public static async Task<int> RunAsync(
        ImportCatalogue import, string path, string problemsFolder, IAnsiConsole console, LocalDate? from = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(console);
        try
        {
            var summary = await console.Progress().StartAsync(async bars =>
            {
                var bar = bars.AddTask("Nhập danh mục", maxValue: 1);
                bar.IsIndeterminate = true;
                return await import.RunAsync(path, Actor.System, from, new Bar(bar), cancellation);
            });
            Tell(console, summary, summary.Problems.Count == 0 ? null : await WriteAsync(summary.Problems, problemsFolder));
            return 0;
        }
        catch (CatalogueFileBrokenException broken)
        {
            console.MarkupLineInterpolated($"[red]{broken.Message}[/]");
            console.MarkupLine("Chưa có gì thay đổi.");
            return 2;
        }
    }

    private static void Tell(IAnsiConsole console, ImportSummary summary, string? problems)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Records} bản ghi: {summary.Added} mới, {summary.Changed} thay đổi, {summary.Unchanged} giữ nguyên; {summary.Problems.Count} chỗ chưa đọc chắc chắn."));
        if (problems is not null)
            console.WriteLine($"Danh sách các chỗ đó: {problems}");
    }

    private static async Task<string> WriteAsync(IReadOnlyList<ReadingProblem> problems, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "danh-muc-can-xem-lai.csv");
        // With a byte order mark, so that spreadsheets read the Vietnamese letters.
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await file.WriteLineAsync(Line("Mã thủ tục", "Phần", "Nguyên văn", "Lý do"));
        foreach (var problem in problems)
            await file.WriteLineAsync(Line(problem.Code, problem.Field, problem.Excerpt, problem.Reason));
        return Path.GetFullPath(path);
    }

    // RFC 4180: quotes are doubled inside quotes.
    private static string Line(params string[] cells) =>
        string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.IsIndeterminate = false;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }
}
