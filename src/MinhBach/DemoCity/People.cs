using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>What the simulated citizens and officials do next, whenever something has happened to a dossier.</summary>
internal sealed class People(Simulation simulation, Offices offices, OrganizationMap map, ProcedureCatalog catalog, double haste)
{
    private static readonly Actor Citizen = new(ActorKind.Citizen, "Người nộp hồ sơ");
    private static readonly string[] Missing = ["Bản sao giấy tờ tùy thân còn hạn", "Tờ khai có đủ chữ ký", "Giấy tờ chứng minh nơi cư trú", "Văn bản ủy quyền có chứng thực", "Bản vẽ đúng mẫu"];
    private static readonly string[] Delays = ["Cần xác minh thêm tại thực địa", "Chờ kết quả đối chiếu cơ sở dữ liệu", "Số hồ sơ tăng sau kỳ nghỉ lễ", "Người được phân công nghỉ ốm"];

    private Timetable Time => simulation.Timetable;

    private Verbs Verbs => simulation.Verbs;

    public void HandIn(Life life, Instant at)
    {
        if (life.Want.Channel == Channel.Online)
        {
            simulation.Queue(life, at, () => true, () => Verbs.Submit.RunAsync(Applicants.Submission(life.Want, life.Dice), Citizen));
            return;
        }

        // At the counter the officer takes it in while the person waits; post is opened and then looked at.
        var officer = offices.AtTheDesk(life.Want.Agency.Id, life.Want.Procedure.Field);
        var receive = life.Want.Channel == Channel.Direct && !life.Fate.AskedAtTheDesk && !life.Fate.Declined;
        simulation.QueueAtWork(life, at, () => true, () => Verbs.Submit.RunAsync(Applicants.Submission(life.Want, life.Dice), officer.Actor, receive: receive));
    }

    public void React(Life life, DossierChange change, Instant now)
    {
        life.Id = change.Id;
        foreach (var occurred in change.Events)
        {
            switch (occurred)
            {
                case DossierSubmitted when life.Fate.Withdrawn:
                    simulation.Queue(life, Timetable.InPrivateTime(life.Dice, now, life.Dice.Exponential(1.5)), () => !life.Decided && !life.Closed, () => Verbs.Withdraw.RunAsync(life.Id, "Không còn nhu cầu giải quyết", Citizen));
                    break;
                // At the counter it was taken in at once.
                case StepOpened { Task: <= 0 } taken when change.Events.OfType<StepDone>().Any(done => done.Task == taken.Task):
                    break;
                case StepOpened { Task: <= 0 } reception:
                    LookAt(life, reception, now);
                    break;
                case DossierReceived received:
                    life.Due = received.DueAt;
                    break;
                case DueChanged moved:
                    life.Due = moved.DueAt;
                    break;
                case StepOpened opened when !life.Decided:
                    life.Open.Add(opened);
                    WorkOn(life, opened, now);
                    break;
                case StepDone done:
                    life.Open.RemoveAll(step => step.Task == done.Task);
                    break;
                case StepReturned returned:
                    life.Open.RemoveAll(step => step.Task == returned.Task);
                    break;
                case OpinionAsked asked:
                    Answer(life, asked, now);
                    break;
                case OpinionGiven:
                    foreach (var step in life.Open.ToList()) WorkOn(life, step, now);
                    break;
                case SupplementRequested asked:
                    life.WasAsked = life.Waiting = true;
                    if (!life.Fate.LeftUnanswered)
                        simulation.Queue(life, Timetable.InPrivateTime(life.Dice, now, Math.Min(12, life.Dice.Exponential(3.5))), () => life.Waiting && !life.Closed, () => Verbs.Supply.RunAsync(life.Id, Papers(asked), Citizen));
                    break;
                case DossierSupplemented supplied:
                    life.Waiting = false;
                    if (!supplied.BeforeReception) foreach (var step in life.Open.ToList()) WorkOn(life, step, now);
                    break;
                case DossierCompleted:
                    life.Decided = true;
                    life.Open.Clear();
                    HandOut(life, now);
                    break;
                case DossierDeclined or DossierStopped or DossierWithdrawn or ResultReturned:
                    life.Closed = true;
                    break;
            }
        }
    }

    private static List<SubmittedPaper> Papers(SupplementRequested asked) =>
        [.. asked.Items.Select((item, index) => new SubmittedPaper("bo-sung-" + (index + 1), item, PaperForm.Digital))];

    private void LookAt(Life life, StepOpened reception, Instant now)
    {
        var officer = offices.For(reception.Agency, reception.Unit, reception.Role);
        var at = Instant.Max(officer.Take(Time.Calendar, now, life.Dice.Between(4.0, 12.0) * haste), Time.AfterWork(now, life.Habits.Forgets ? life.Dice.Between(9.0, 16.0) : Math.Min(7, life.Dice.Exponential(1.2))));
        bool Wanted() => !life.Closed && !life.Waiting;
        if (life.Fate.Declined)
            simulation.QueueAtWork(life, at, Wanted, () => Verbs.Decline.RunAsync(life.Id, "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan", officer.Actor));
        else if (life.Fate.AskedAtTheDesk && !life.WasAsked)
            simulation.QueueAtWork(life, at, Wanted, () => Verbs.Ask.RunAsync(life.Id, [life.Dice.Pick(Missing)], "Hồ sơ chưa đủ thành phần theo quy định", officer.Actor));
        else
            simulation.QueueAtWork(life, at, Wanted, () => Verbs.Receive.RunAsync(life.Id, officer.Actor));
    }

    private void WorkOn(Life life, StepOpened step, Instant now)
    {
        var approves = step.Role is StepRoles.HeadOfUnit or StepRoles.Leader;
        var officer = offices.For(step.Agency, step.Unit, step.Role, approves ? life.Appraiser : null);
        var appraisal = step.Role == StepRoles.Specialist;
        bool Wanted() => !life.Closed && !life.Decided && !life.Waiting && life.Open.Exists(open => open.Task == step.Task);
        if (appraisal && life.Fate.AskedLater && !life.WasAsked)
        {
            simulation.QueueAtWork(life, Time.AfterWork(now, life.Dice.Between(1.0, 10.0)), Wanted, () => Verbs.Ask.RunAsync(life.Id, [life.Dice.Pick(Missing), life.Dice.Pick(Missing) + " (bản điện tử)"], "Cần thêm giấy tờ để thẩm định", officer.Actor));
            return;
        }

        if (appraisal && life.Habits.AsksAtTheEnd && !life.WasAsked && life.Due is { } end && Time.Calendar.OpeningTime(end.DateInCity()).Plus(Duration.FromMinutes(30)) is var lastDay && lastDay > now)
        {
            simulation.QueueAtWork(life, lastDay, Wanted, () => Verbs.Ask.RunAsync(life.Id, [life.Dice.Pick(Missing)], "Cần thêm giấy tờ để thẩm định", officer.Actor));
            return;
        }

        if (appraisal && life.Fate.Consulted && !life.Consulted)
        {
            life.Consulted = true;
            var (agency, question) = WhomToAsk(life);
            simulation.QueueAtWork(life, Time.AfterWork(now, life.Dice.Between(1.0, 8.0)), Wanted, () => Verbs.Consult.RunAsync(life.Id, step.Task, agency, question, life.Dice.Between(2, 3), officer.Actor));
            return;
        }

        if (step.Role == StepRoles.HeadOfUnit && life.Fate.SentBack && !life.SentBack && life.AppraisalNode is { } before)
        {
            life.SentBack = true;
            simulation.QueueAtWork(life, Time.AfterWork(now, life.Dice.Between(0.3, 2.0)), Wanted, () => Verbs.SendBack.RunAsync(life.Id, step.Task, before, "Tờ trình chưa nêu rõ căn cứ", officer.Actor));
            return;
        }

        var (hours, minutes) = Pace(life, step, now, appraisal);
        var done = Instant.Max(officer.Take(Time.Calendar, now, minutes), Time.AfterWork(now, hours));
        if (appraisal)
        {
            (life.Appraiser, life.AppraisalNode) = (officer.Actor.PersonId, step.Node);
            if (life.Habits.Rushes)
            {
                simulation.QueueAtWork(life, done, Wanted, () => ClaimAndCompleteAsync(life, step, officer));
                return;
            }

            var claim = Time.AfterWork(now, hours * 0.25);
            if (Time.WorkingSlot(claim) < Time.WorkingSlot(done)) simulation.QueueAtWork(life, claim, Wanted, () => Verbs.Claim.RunAsync(life.Id, step.Task, officer.Actor));
            if (life.Stalled && life.Fate.ApologisedFor && !life.WasExtended) Apologise(life, officer, now, done);
        }

        if (step.Role == StepRoles.Leader && life.Fate.Refused)
            simulation.QueueAtWork(life, done, Wanted, () => Verbs.Refuse.RunAsync(life.Id, step.Task, "Không đủ điều kiện theo quy định của pháp luật", officer.Actor));
        else
            simulation.QueueAtWork(life, done, Wanted, () => Verbs.Complete.RunAsync(life.Id, step.Task, choice: null, note: null, officer.Actor));
    }

    private async Task<DossierChange> ClaimAndCompleteAsync(Life life, StepOpened step, Officer officer)
    {
        await Verbs.Claim.RunAsync(life.Id, step.Task, officer.Actor);
        return await Verbs.Complete.RunAsync(life.Id, step.Task, choice: null, note: null, officer.Actor);
    }

    /// <summary>How long a step lies, and how much of somebody's time it takes: a share of what is left until the due date.</summary>
    private (double Hours, double Minutes) Pace(Life life, StepOpened step, Instant now, bool appraisal)
    {
        var planned = (double)(catalog.Process(life.Want.Procedure.Id).FindNode(step.Node)?.Step.Hours ?? 1);
        var left = life.Due is { } due ? Time.HoursUntil(now, due) : life.HoursLeft;
        var share = planned / Math.Max(planned, life.HoursLeft);
        life.HoursLeft = Math.Max(0, life.HoursLeft - planned);
        // Most work is done well before it is due, some on the last day.
        var hours = left > 0 ? left * share * Math.Min(0.95, 0.25 + (0.25 * (life.Dice.Share() + life.Dice.Share() + life.Dice.Share()))) : life.Dice.Between(0.2, 1.5);
        if (appraisal && life.Fate.Stalls && !life.Stalled)
        {
            life.Stalled = true;
            hours = left + 1 + Math.Min(160, life.Dice.Exponential(14));
        }

        var minutes = haste * (appraisal ? life.Dice.Between(8.0, 25.0) : life.Dice.Between(3.0, 8.0));
        return (hours, left > 0 ? Math.Min(minutes, left * share * 45) : minutes);
    }

    private void Apologise(Life life, Officer officer, Instant now, Instant done)
    {
        if (life.Due is not { } due) return;
        var calendar = Time.Calendar;
        var day = calendar.AddWorkingDays(due.DateInCity(), life.Habits.ExtendsAtTheEnd ? -1 : -2);
        if (day <= now.DateInCity()) return;
        var newDate = calendar.AddWorkingDays(done.DateInCity(), 3);
        if (newDate <= due.DateInCity()) return;
        simulation.QueueAtWork(
            life,
            calendar.OpeningTime(day).Plus(Duration.FromMinutes(life.Dice.Between(10, 170))),
            () => !life.Closed && !life.Decided && !life.Waiting && !life.WasExtended && life.Due == due,
            () =>
            {
                life.WasExtended = true;
                return Verbs.Extend.RunAsync(life.Id, newDate, life.Dice.Pick(Delays), officer.Actor);
            });
    }

    private (long Agency, string Question) WhomToAsk(Life life)
    {
        var own = life.Want.Agency.Id;
        var department = map.DepartmentFor(life.Want.Procedure.Field);
        if (department is null || department.Id == own) department = map.AgencyByCode(own == map.AgencyByCode("STP")?.Id ? "SNV" : "STP")!;
        return (department.Id.Value, "Đề nghị cho ý kiến về nội dung thuộc lĩnh vực quản lý của quý cơ quan.");
    }

    private void Answer(Life life, OpinionAsked asked, Instant now)
    {
        var officer = offices.For(asked.Agency, asked.Unit, role: null);
        var at = Instant.Max(officer.Take(Time.Calendar, now, life.Dice.Between(10.0, 30.0) * haste), Time.AfterWork(now, life.Dice.Between(3.0, 14.0)));
        simulation.QueueAtWork(life, at, () => !life.Closed && !life.Decided, () => Verbs.Answer.RunAsync(life.Id, asked.Task, "Thống nhất với đề xuất của cơ quan chủ trì.", officer.Actor));
    }

    private void HandOut(Life life, Instant now)
    {
        var officer = offices.AtTheDesk(life.Want.Agency.Id, life.Want.Procedure.Field);
        var electronic = life.Want.Channel == Channel.Online && life.Dice.Chance(0.7);
        var at = Time.AfterWork(now, electronic ? life.Dice.Between(0.1, 1.5) : life.Dice.Exponential(10));
        var method = electronic ? "Bản điện tử vào kho dữ liệu của người nộp" : life.Want.Channel == Channel.Post ? "Qua bưu chính công ích" : "Trực tiếp tại quầy";
        simulation.QueueAtWork(life, at, () => life.Decided && !life.Closed, () => Verbs.Return.RunAsync(life.Id, method, officer.Actor));
    }
}
