using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.Transparency;

namespace MinhBach.Commands;

/// <summary>What a look at a log has shown, for machines. Names stay; new ones may come.</summary>
internal static class LogVerifyJson
{
    private static readonly JsonSerializerOptions Options = new(KernelJson.Options) { WriteIndented = true };

    public static string Write(Words words, VerifyReport report) => JsonSerializer.Serialize(Of(words, report), Options);

    public static object Of(Words words, VerifyReport report) => new
    {
        report.Log,
        report.At,
        report.Origin,
        report.Head?.Size,
        Root = report.Head?.Root.ToString(),
        report.SizeBefore,
        report.GrownAt,
        report.KeyOnTrust,
        Keys = report.Keys.Select(key => key.ToString()),
        Cosigned = report.Cosigned.Select(cosigned => new { cosigned.Witness, cosigned.At }),
        report.Cases,
        report.Statistics,
        report.Corrected,
        report.FilesNotServed,
        report.LastLogged,
        report.Resumed,
        report.Evidence,
        Found = report.Findings.Total,
        report.Findings.Counts,
        Findings = report.Findings.Kept.Select(finding => new { finding.Code, finding.Entry, Sentence = words.Say(finding) }),
    };
}
