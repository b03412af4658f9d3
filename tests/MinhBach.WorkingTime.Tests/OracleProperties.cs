using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace MinhBach.WorkingTime.Tests;

public sealed class OracleProperties
{
    private static readonly Gen<int> Minutes = Gen.Choose(-600, 900);

    [Fact]
    public void Adding_working_time_agrees_with_counting_minutes() =>
        Hold(60, City.Cities.Zip(City.Moments2026).Zip(Minutes), ((City City, Instant Start) at, int minutes) =>
            at.City.Calendar.Add(at.Start, WorkingDuration.FromMinutes(minutes)) == at.City.Oracle.Add(at.Start, minutes));

    [Fact]
    public void Measuring_agrees_with_counting_minutes() =>
        Hold(20, City.Cities.Zip(City.Moments2026).Zip(Gen.Choose(-5 * 1440, 5 * 1440)), ((City City, Instant Start) at, int wall) =>
        {
            var end = at.Start + Duration.FromMinutes(wall);
            return at.City.Calendar.Between(at.Start, end) == WorkingDuration.FromMinutes(at.City.Oracle.Between(at.Start, end));
        });

    [Fact]
    public void Counting_working_days_agrees_with_stepping_from_day_to_day() =>
        Hold(300, City.Cities.Zip(City.Dates).Zip(Gen.Choose(-20, 30)), ((City City, LocalDate Date) at, int n) =>
        {
            var answer = at.City.Calendar.AddWorkingDays(at.Date, n);
            return answer == at.City.Oracle.AddWorkingDays(at.Date, n)
                && at.City.Calendar.CountWorkingDays(at.Date, answer) == (n < 0 && at.City.Calendar.IsWorkingDay(at.Date) ? n : n < 0 ? n + 1 : n);
        });

    [Fact]
    public void Rolling_forward_agrees_with_stepping_from_day_to_day() =>
        Hold(300, City.Cities.Zip(City.Dates), (city, date) =>
        {
            var expected = city.Oracle.IsWorkingDay(date) ? date : city.Oracle.AddWorkingDays(date, 1);
            return city.Calendar.RollForward(date) == expected;
        });

    [Fact]
    public void Adding_then_measuring_gives_the_amount_back() =>
        Hold(1000, City.Cities.Zip(City.Moments2026).Zip(Gen.Choose(-50_000, 50_000)), ((City City, Instant Start) at, int seconds) =>
        {
            var amount = WorkingDuration.FromSeconds(seconds / 10);
            return at.City.Calendar.Between(at.Start, at.City.Calendar.Add(at.Start, amount)) == amount;
        });

    [Fact]
    public void Adding_is_monotone_in_the_start_and_in_the_amount() =>
        Hold(1000, City.Cities.Zip(City.Moments2026).Zip(City.Moments2026.Zip(Minutes).Zip(Minutes)), ((City City, Instant A) first, ((Instant B, int X) Second, int Y) rest) =>
        {
            var (early, late) = first.A < rest.Second.B ? (first.A, rest.Second.B) : (rest.Second.B, first.A);
            var (less, more) = (WorkingDuration.FromMinutes(Math.Min(rest.Second.X, rest.Y)), WorkingDuration.FromMinutes(Math.Max(rest.Second.X, rest.Y)));
            var calendar = first.City.Calendar;
            return calendar.Add(early, less) <= calendar.Add(late, less) && calendar.Add(early, less) <= calendar.Add(early, more);
        });

    [Fact]
    public void Splitting_an_interval_adds_up() =>
        Hold(1000, City.Cities.Zip(City.Moments2026).Zip(City.Moments2026.Zip(City.Moments2026)), ((City City, Instant A) first, (Instant B, Instant C) rest) =>
        {
            var calendar = first.City.Calendar;
            return calendar.Between(first.A, rest.B) + calendar.Between(rest.B, rest.C) == calendar.Between(first.A, rest.C);
        });

    [Fact]
    public void A_later_receipt_is_never_due_earlier() =>
        Hold(1000, City.Cities.Zip(Terms).Zip(City.Moments2026.Zip(City.Moments2026)), ((City City, Term Term) first, (Instant A, Instant B) received) =>
        {
            var (early, late) = received.A < received.B ? received : (received.B, received.A);
            return new[] { CountingRule.Civil, CountingRule.OneStop }.All(rule =>
                TermClock.Due(first.City.Calendar, first.Term, rule, early).At <= TermClock.Due(first.City.Calendar, first.Term, rule, late).At);
        });

    [Fact]
    public void An_explanation_counts_exactly_the_term_and_ends_on_the_due_day() =>
        Hold(500, City.Cities.Zip(Terms).Zip(City.Moments2026), ((City City, Term Term) first, Instant from) =>
        {
            var explanation = TermClock.Explain(first.City.Calendar, first.Term, CountingRule.OneStop, from);
            var counted = explanation.Days[^1].RunningCount;
            return explanation.Due == TermClock.Due(first.City.Calendar, first.Term, CountingRule.OneStop, from)
                && explanation.Days[^1].Date == explanation.Due.Date
                && first.Term.Unit switch
                {
                    TermUnit.WorkingHours or TermUnit.WorkingDays or TermUnit.Days => counted == first.Term.Amount,
                    TermUnit.Weeks => counted == first.Term.Amount * 7,
                    TermUnit.Months => counted >= first.Term.Amount * 28,
                    TermUnit.SameDay => counted == 1,
                };
        });

    [Fact]
    public void A_longer_pause_never_makes_a_due_date_earlier() =>
        Hold(500, City.Cities.Zip(Terms).Zip(City.Moments2026.Zip(Gen.Choose(0, 4000)).Zip(Gen.Choose(0, 9000).Zip(Gen.Choose(0, 9000)))), ((City City, Term Term) first, ((Instant From, int Until) Start, (int X, int Y) Pause) times) =>
        {
            var calendar = first.City.Calendar;
            var pausedAt = times.Start.From + Duration.FromMinutes(times.Start.Until);
            var ledger = DueLedger.Start(calendar, first.Term, CountingRule.OneStop, times.Start.From, "").Pause(calendar, pausedAt, "", "");
            var shorter = ledger.Resume(calendar, pausedAt + Duration.FromMinutes(Math.Min(times.Pause.X, times.Pause.Y)), "", "");
            var longer = ledger.Resume(calendar, pausedAt + Duration.FromMinutes(Math.Max(times.Pause.X, times.Pause.Y)), "", "");
            return ledger.FirstDue.At <= shorter.CurrentDue.At && shorter.CurrentDue.At <= longer.CurrentDue.At
                && longer.Explain(calendar).Due.At == longer.CurrentDue.At;
        });

    private static Gen<Term> Terms => Gen.OneOf(
        Gen.Choose(0, 20).Select(n => Term.WorkingHours(n)),
        Gen.Choose(0, 20).Select(n => Term.WorkingDays(n)),
        Gen.Choose(0, 40).Select(Term.Days),
        Gen.Choose(0, 5).Select(Term.Weeks),
        Gen.Choose(0, 2).Select(Term.Months),
        Gen.Constant(Term.SameDay()));

    private static void Hold<TFirst, TSecond>(int times, Gen<(TFirst First, TSecond Second)> cases, Func<TFirst, TSecond, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), given => holds(given.First, given.Second)).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
