using System.Text;
using MinhBach.Transparency;
using NodaTime;
using static MinhBach.Tests.Transparency.Watch.MadeLog;

namespace MinhBach.Tests.Transparency.Watch;

/// <summary>Published figures, true and untrue, counted again from the log.</summary>
public sealed class FigureFacts : IDisposable
{
    private readonly MadeLog log = new();

    [Fact]
    public void Figures_that_were_counted_by_hand_are_the_same_counted_from_the_log()
    {
        var march = (From: new LocalDate(2026, 3, 1), To: new LocalDate(2026, 3, 31));
        log.Dossier("A").Received(Morning(3, 2), Due).Completed(Morning(3, 19));
        log.Dossier("A").Received(Morning(2, 26), Due).Completed(Morning(3, 20));
        log.Dossier("A").Received(Morning(3, 3), Due).Completed(Morning(3, 21));
        log.Dossier("B").Received(Morning(3, 3), until: null).Completed(Morning(3, 5));
        log.Dossier("B").Received(Morning(3, 4), Due);
        log.Dossier("B").Received(Morning(3, 4), Due).Add("dossier.supplementRequested", Morning(3, 10), EntryReasons.AfterReception);
        log.Dossier("B").Received(Morning(3, 4), Due).Add("dossier.withdrawn", Morning(3, 10));
        log.Dossier("B").Add("dossier.submitted", Morning(3, 4), "online").Add("dossier.declined", Morning(3, 5));
        log.Dossier("B").Received(Morning(3, 4), Due).Moved(Morning(3, 10), new(2026, 4, 10), EntryReasons.Extended);
        var table = Encoding.UTF8.GetBytes("""
            key,received,carriedOver,doneEarly,doneOnTime,doneLate,doneUntimed,pendingInTime,pendingOverdue,waiting,left,notAccepted,firstDueMet,firstDueMissed
            A,2,1,1,1,1,0,0,0,0,0,0,2,1
            B,5,0,0,0,0,1,1,1,1,1,1,0,2

            """.ReplaceLineEndings("\n"));
        var told = new PublishedStatistic("on-time", 1, march.From, march.To, "agency", 2, StatisticFile.HashOf(table), new(7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3));
        log.Publish(march.From, march.To, lie: _ => told, isServed: false).Seal();

        var report = log.Check();

        Assert.Empty(Told(report));
        Assert.Equal((1, 1), (report.Statistics, report.FilesNotServed));
    }

    [Fact]
    public void Figures_are_not_counted_over_a_hole()
    {
        log.Fill(400);
        log.Publish(new(2026, 1, 1), new(2026, 3, 31)).Seal();
        log.Spoil("tile/entries/001", _ => null);

        Assert.Equal(["file.damaged", "statistic.unproven"], Codes(log.Check()));
    }

    [Fact]
    public void A_wrong_total_is_told_with_both_numbers()
    {
        log.Fill(50);
        log.Publish(new(2026, 1, 1), new(2026, 3, 31), lie: told => told with { Total = told.Total with { DoneLate = 0, DoneOnTime = told.Total.DoneOnTime + told.Total.DoneLate } }).Seal();

        var findings = log.Check().Findings.Kept;

        Assert.Equal(["statistic.total", "statistic.total"], findings.Select(finding => finding.Code));
        Assert.Equal(["doneOnTime", "doneLate"], findings.Select(finding => finding.Values[1]));
        Assert.Equal(0, findings[1].Values[2]);
        Assert.NotEqual(0, findings[1].Values[3]);
    }

    [Fact]
    public void A_wrong_figure_that_is_corrected_is_told_as_corrected_and_a_wrong_correction_is_not()
    {
        log.Fill(50);
        var (from, to) = (new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 31));
        var sha256 = "";
        PublishedStatistic Lie(PublishedStatistic told)
        {
            sha256 = told.Sha256;
            return told with { Total = told.Total with { DoneLate = 0 } };
        }

        log.Publish(from, to, lie: Lie).Publish(from, to, lie: Lie, corrects: sha256).Seal();
        Assert.Equal(["statistic.total"], Codes(log.Check()));
        log.Publish(from, to, corrects: sha256).Seal();
        var report = log.Check();
        Assert.Equal((1, 0L), (report.Corrected, report.Findings.Total));
        log.Publish(from, to.PlusDays(-1), corrects: sha256).Seal();
        Assert.Equal(["statistic.correctsNothing"], Codes(log.Check()));
    }

    [Fact]
    public void A_wrong_table_is_told_row_by_row()
    {
        log.Fill(50);
        log.Publish(new(2026, 1, 1), new(2026, 3, 31), tableLie: table => table.Replace("\nH29.1,", "\nH29.1,1", StringComparison.Ordinal)).Seal();

        var findings = log.Check().Findings.Kept;

        Assert.Equal(["statistic.file", "statistic.row"], findings.Select(finding => finding.Code));
        Assert.Equal("H29.1", findings[1].Values[1]);
    }

    [Fact]
    public void A_served_table_that_was_altered_is_found_and_one_that_is_absent_is_not_needed()
    {
        log.Fill(50);
        log.Publish(new(2026, 1, 1), new(2026, 3, 31)).Seal();
        var path = Assert.Single(Directory.GetFiles(Path.Combine(log.Folder, "statistics")));

        File.AppendAllText(path, "H29.9,1,0,0,0,0,0,0,0,0,0,0,0,0\n");
        Assert.Equal(["statistic.served"], Codes(log.Check()));
        File.Delete(path);
        var report = log.Check();
        Assert.Empty(Told(report));
        Assert.Equal(1, report.FilesNotServed);
    }

    public void Dispose() => log.Dispose();
}
