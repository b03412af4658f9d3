using System.Text;
using MinhBach.Procedures.Import;

namespace MinhBach.Commands;

/// <summary>The list of what an import could not read, for a spreadsheet (RFC 4180).</summary>
internal static class ProblemFile
{
    public static async Task<string?> WriteAsync(string folder, IReadOnlyList<ReadingProblem> problems, CancellationToken cancellation)
    {
        if (problems.Count == 0) return null;
        var path = Path.GetFullPath(Path.Combine(Directory.CreateDirectory(folder).FullName, "import-problems.csv"));
        var text = new StringBuilder("code,field,excerpt,reason\r\n");
        foreach (var problem in problems) text.AppendJoin(',', Cell(problem.Code), Cell(problem.Field), Cell(problem.Excerpt), Cell(problem.Reason)).Append("\r\n");
        // The mark in front lets spreadsheets read the Vietnamese letters.
        await File.WriteAllTextAsync(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), cancellation);
        return path;
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
