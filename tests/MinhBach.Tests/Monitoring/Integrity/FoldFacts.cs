using MinhBach.DemoCity;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Integrity;
using MinhBach.Tests.Dossiers;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Integrity;

public sealed class FoldFacts
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_same_journal_gives_the_same_findings_however_often_it_is_stored_on_the_way(int seed)
    {
        var tale = Random(Dice.For(seed, index: 1), events: 20_000);

        var whole = tale.Find();

        Assert.Equal(whole, tale.Find());
        Assert.Equal(whole, await tale.FindInPartsAsync(Dice.For(seed, index: 2)));
        // Patterns of which chance makes none would prove nothing.
        Assert.Equal(Enum.GetValues<PatternKind>(), whole.Select(finding => finding.Pattern).Distinct().Order());
        Assert.Equal(whole.Count, whole.Select(finding => finding.Id).Distinct().Count());
    }

    [Fact]
    public void What_is_over_is_forgotten()
    {
        var fold = new IntegrityFold(new MinhBach.Organization.CityCalendars());
        var tale = new Tale();
        for (var i = 1; i <= 200; i++)
        {
            tale.Add(i, "2026-11-04T09:00", Story.Citizen, Tale.Submitted());
            if (i % 2 == 0) tale.Add(i, "2026-11-04T10:00", Tale.Official(5), new DossierDeclined("Không thuộc thẩm quyền."));
        }

        foreach (var entry in tale.Entries) fold.Take(entry, tale.Applicants, _ => { });

        Assert.Equal(100, fold.Open);
    }

    [Fact]
    public void What_is_stored_does_not_say_who_applied()
    {
        var fold = new IntegrityFold(new MinhBach.Organization.CityCalendars());
        var tale = new Tale().Add(1, "2026-11-04T09:00", Story.Citizen, Tale.Submitted()).By("id 001199000001", 1);
        tale.Add(1, "2026-11-04T10:00", Tale.Official(5), new DossierDeclined("Không thuộc thẩm quyền."));
        foreach (var entry in tale.Entries) fold.Take(entry, tale.Applicants, _ => { });

        var stored = System.Text.Encoding.UTF8.GetString(MinhBach.Monitoring.History.HistoryBytes.Unpack(fold.Pack()));

        Assert.Contains("Không tiếp nhận", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("001199000001", stored, StringComparison.Ordinal);
    }

    // Dossiers of a few procedures and people, mostly at odd hours, whatever the rules of the work would say to it.
    private static Tale Random(Dice dice, int events)
    {
        var tale = new Tale();
        var now = Tale.Moment("2026-03-02T08:00");
        var next = 0L;
        var tasks = 0;
        var open = new List<(long Dossier, List<int> Tasks)>();
        while (tale.Entries.Count < events)
        {
            now += Duration.FromSeconds(dice.Chance(0.3) ? dice.Between(0, 25) : dice.Between(30, 1_500));
            var official = Tale.Official(dice.Between(1, 6));
            if (open.Count < 20 || dice.Chance(0.15))
            {
                open.Add((++next, []));
                tale.By("id " + dice.Between(1, 60), next).Add(next, now, Story.Citizen, Tale.Submitted(procedure: dice.Between(1, 3)));
                continue;
            }

            var (dossier, steps) = dice.Pick(open);
            if (dice.Chance(0.6)) official = Tale.Official(1 + (dossier % 6));
            var date = now.DateInCity();
            var due = date.PlusDays(dice.Between(0, 8));
            var dueAt = due.At(new LocalTime(17, 30)).InZoneStrictly(CityTime.Zone).ToInstant();
            switch (dice.Between(1, 40))
            {
                case <= 5:
                    tale.Add(dossier, now, official, new DossierReceived("118/2025", 7, due, dueAt, false));
                    break;
                case <= 16:
                    steps.Add(++tasks);
                    tale.Add(dossier, now, official, new StepOpened(tasks, "b" + dice.Between(1, 2), "Bước", dice.Chance(0.5) ? "specialist" : "leader", 3, dice.Between(7, 8), dueAt));
                    if (!dice.Chance(0.004)) break;
                    tale.Add(dossier, now += Duration.FromSeconds(5), official, new StepDone(tasks, "b1", null, null));
                    steps.Remove(tasks);
                    break;
                case <= 18 when steps.Count > 0:
                    tale.Add(dossier, now, official, new StepAssigned(steps[0], 7, official.PersonId, official.Name, null));
                    break;
                case <= 32 when steps.Count > 0:
                    tale.Add(dossier, now, dice.Chance(0.05) ? Actor.System : official, new StepDone(steps[0], "b1", null, null));
                    steps.RemoveAt(0);
                    break;
                case <= 34:
                    tale.Add(dossier, now, official, new SupplementRequested(["Giấy"], "Thiếu.", due, dice.Chance(0.3), false));
                    break;
                case 35:
                    tale.Add(dossier, now, Story.Citizen, new DossierSupplemented(dice.Chance(0.5)));
                    break;
                case 36:
                    tale.Add(dossier, now, official, new DueChanged(dice.Chance(0.5) ? DueEntryKind.Extended : DueEntryKind.Restarted, due, dueAt, false, "Vì"));
                    break;
                case 37:
                    tale.Add(dossier, now, official, new DossierCompleted(DossierOutcome.Granted, null));
                    break;
                case 38:
                    tale.Add(dossier, now, official, new ResultReturned("Trả tại quầy"));
                    open.RemoveAll(one => one.Dossier == dossier);
                    break;
                case 39:
                    tale.Add(dossier, now, Story.Citizen, dice.Chance(0.5) ? new DossierWithdrawn("Thôi") : new DossierStopped("Dừng"));
                    open.RemoveAll(one => one.Dossier == dossier);
                    break;
                case 40 when dice.Chance(0.1):
                    var row = Enumerable.Range(tasks + 1, 12).ToList();
                    tasks += row.Count;
                    foreach (var task in row) tale.Add(dossier, now, official, new StepOpened(task, "b1", "Bước", "specialist", 3, 7, dueAt));
                    now += Duration.FromSeconds(40);
                    foreach (var task in row) tale.Add(dossier, now, official, new StepDone(task, "b1", null, null));
                    break;
            }
        }

        return tale;
    }
}
