using NodaTime;

namespace MinhBach.Bpmn;

/// <summary>Arithmetic over numbers, texts, dates and durations (DMN 1.5, table 52). What has no meaning is null.</summary>
internal static class FeelArithmetic
{
    public static FeelValue Add(FeelValue left, FeelValue right) => Safely(() => (left.Kind, right.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) => left.Number + right.Number,
        (FeelKind.Text, FeelKind.Text) => left.Text + right.Text,
        (FeelKind.Duration, FeelKind.Duration) => FeelValue.Of(left.Duration!.Value + right.Duration!.Value),
        (FeelKind.Months, FeelKind.Months) => FeelValue.OfMonths((int)(left.Number + right.Number)),
        (FeelKind.Date or FeelKind.DateTime, FeelKind.Duration or FeelKind.Months) => Move(left, right, 1),
        (FeelKind.Duration or FeelKind.Months, FeelKind.Date or FeelKind.DateTime) => Move(right, left, 1),
        _ => FeelValue.Null,
    });

    public static FeelValue Subtract(FeelValue left, FeelValue right) => Safely(() => (left.Kind, right.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) => left.Number - right.Number,
        (FeelKind.Duration, FeelKind.Duration) => FeelValue.Of(left.Duration!.Value - right.Duration!.Value),
        (FeelKind.Months, FeelKind.Months) => FeelValue.OfMonths((int)(left.Number - right.Number)),
        (FeelKind.Date or FeelKind.DateTime, FeelKind.Duration or FeelKind.Months) => Move(left, right, -1),
        (FeelKind.Date, FeelKind.Date) => FeelValue.Of(Duration.FromDays(Period.DaysBetween(right.Date!.Value, left.Date!.Value))),
        (FeelKind.DateTime, FeelKind.DateTime) => (left.Held, right.Held) switch
        {
            (LocalDateTime a, LocalDateTime b) => FeelValue.Of(a.InUtc().ToInstant() - b.InUtc().ToInstant()),
            (OffsetDateTime a, OffsetDateTime b) => FeelValue.Of(a.ToInstant() - b.ToInstant()),
            _ => FeelValue.Null,
        },
        _ => FeelValue.Null,
    });

    public static FeelValue Multiply(FeelValue left, FeelValue right) => Safely(() => (left.Kind, right.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) => left.Number * right.Number,
        (FeelKind.Duration, FeelKind.Number) => FeelValue.Of(left.Duration!.Value * (double)right.Number),
        (FeelKind.Number, FeelKind.Duration) => FeelValue.Of(right.Duration!.Value * (double)left.Number),
        (FeelKind.Months, FeelKind.Number) or (FeelKind.Number, FeelKind.Months) => FeelValue.OfMonths((int)(left.Number * right.Number)),
        _ => FeelValue.Null,
    });

    public static FeelValue Divide(FeelValue left, FeelValue right) => Safely(() => (left.Kind, right.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) => left.Number / right.Number,
        (FeelKind.Duration, FeelKind.Number) => FeelValue.Of(left.Duration!.Value / (double)right.Number),
        (FeelKind.Duration, FeelKind.Duration) => (decimal)(left.Duration!.Value / right.Duration!.Value),
        (FeelKind.Months, FeelKind.Number) => FeelValue.OfMonths((int)(left.Number / right.Number)),
        _ => FeelValue.Null,
    });

    public static FeelValue Power(FeelValue left, FeelValue right) => Safely(() =>
        left.Kind == FeelKind.Number && right.Kind == FeelKind.Number ? (decimal)Math.Pow((double)left.Number, (double)right.Number) : FeelValue.Null);

    public static FeelValue Negate(FeelValue value) => value.Kind switch
    {
        FeelKind.Number => -value.Number,
        FeelKind.Duration => FeelValue.Of(-value.Duration!.Value),
        FeelKind.Months => FeelValue.OfMonths(-(int)value.Number),
        _ => FeelValue.Null,
    };

    private static FeelValue Move(FeelValue moment, FeelValue by, int sign)
    {
        if (by.Kind == FeelKind.Months)
        {
            var months = sign * (int)by.Number;
            return moment.Held switch
            {
                LocalDate date => FeelValue.Of(date.PlusMonths(months)),
                LocalDateTime local => FeelValue.Of(local.PlusMonths(months)),
                OffsetDateTime offset => FeelValue.Of(offset.LocalDateTime.PlusMonths(months).WithOffset(offset.Offset)),
                _ => FeelValue.Null,
            };
        }
        var duration = sign * by.Duration!.Value;
        return moment.Held switch
        {
            LocalDate date => FeelValue.Of((date.AtMidnight().InUtc().ToInstant() + duration).InUtc().Date),
            LocalDateTime local => FeelValue.Of((local.InUtc().ToInstant() + duration).InUtc().LocalDateTime),
            OffsetDateTime offset => FeelValue.Of(offset + duration),
            _ => FeelValue.Null,
        };
    }

    // Too large, too far away, divided by zero: null, as DMN has it.
    private static FeelValue Safely(Func<FeelValue> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception e) when (e is ArithmeticException or ArgumentException)
        {
            return FeelValue.Null;
        }
    }
}
