using NodaTime;

namespace MinhBach.Bpmn;

/// <summary>Comparison and three-valued logic (DMN 1.5, tables 42, 50 and 53).</summary>
internal static class FeelOperators
{
    public static FeelValue And(FeelValue left, FeelNode right, FeelScope scope)
    {
        if (left.IsFalse)
            return false;
        var other = right(scope);
        if (other.IsFalse)
            return false;
        return left.IsTrue && other.IsTrue ? true : FeelValue.Null;
    }

    public static FeelValue Or(FeelValue left, FeelNode right, FeelScope scope)
    {
        if (left.IsTrue)
            return true;
        var other = right(scope);
        if (other.IsTrue)
            return true;
        return left.IsFalse && other.IsFalse ? false : FeelValue.Null;
    }

    public static FeelValue Not(FeelValue value) => value.Kind == FeelKind.Boolean ? !value.IsTrue : FeelValue.Null;

    public static FeelValue AreEqual(FeelValue left, FeelValue right)
    {
        if (left.IsNull || right.IsNull)
            return left.IsNull && right.IsNull;
        if (left.Kind != right.Kind)
            return FeelValue.Null;
        if (left.Kind == FeelKind.DateTime)
            return Order(left, right) is { } order ? order == 0 : FeelValue.Null;
        return left == right;
    }

    public static FeelValue Compare(string sign, FeelValue left, FeelValue right)
    {
        if (Order(left, right) is not { } order)
            return FeelValue.Null;
        return sign switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    public static FeelValue Between(FeelValue value, FeelValue low, FeelValue high) =>
        And(Compare(">=", value, low), _ => Compare("<=", value, high), Nothing);

    public static FeelValue In(FeelValue value, FeelValue list)
    {
        if (list.Kind != FeelKind.List)
            return AreEqual(value, list);
        foreach (var item in list.Items)
        {
            if (AreEqual(value, item).IsTrue)
                return true;
        }
        return false;
    }

    public static int? Order(FeelValue left, FeelValue right)
    {
        if (left.Kind != right.Kind)
            return null;
        return left.Kind switch
        {
            FeelKind.Number or FeelKind.Months => left.Number.CompareTo(right.Number),
            FeelKind.Text => string.CompareOrdinal(left.Text, right.Text),
            FeelKind.Date => left.Date!.Value.CompareTo(right.Date!.Value),
            FeelKind.Duration => left.Duration!.Value.CompareTo(right.Duration!.Value),
            FeelKind.DateTime => (left.Held, right.Held) switch
            {
                (LocalDateTime a, LocalDateTime b) => a.CompareTo(b),
                (OffsetDateTime a, OffsetDateTime b) => a.ToInstant().CompareTo(b.ToInstant()),
                // A time with and one without an offset cannot be put in order.
                _ => null,
            },
            FeelKind.Null or FeelKind.Boolean or FeelKind.List or FeelKind.Context => null,
            _ => null,
        };
    }

    public static FeelValue Index(FeelValue value, FeelValue index)
    {
        if (index.Kind != FeelKind.Number || index.Number != decimal.Truncate(index.Number))
            return FeelValue.Null;
        var items = value.Kind == FeelKind.List ? value.Items : [value];
        var at = index.Number < 0 ? items.Count + index.Number : index.Number - 1;
        return at >= 0 && at < items.Count ? items[(int)at] : FeelValue.Null;
    }

    public static FeelValue Member(FeelValue value, string name) => value.Kind switch
    {
        FeelKind.Context => value.Context![name],
        FeelKind.Date => Part(value.Date!.Value, name),
        FeelKind.DateTime => value.Held is LocalDateTime local ? Part(local, name) : Part(((OffsetDateTime)value.Held!).LocalDateTime, name),
        FeelKind.Duration => Part(value.Duration!.Value, name),
        FeelKind.Months => name switch
        {
            "years" => decimal.Truncate(value.Number / 12),
            "months" => value.Number % 12,
            _ => FeelValue.Null,
        },
        FeelKind.List => FeelValue.Of(value.Items.Select(item => Member(item, name))),
        FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.Text => FeelValue.Null,
        _ => FeelValue.Null,
    };

    private static readonly FeelScope Nothing = new(FeelContext.Empty, null);

    private static FeelValue Part(LocalDate date, string name) => name switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "weekday" => (int)date.DayOfWeek,
        _ => FeelValue.Null,
    };

    private static FeelValue Part(LocalDateTime time, string name) => name switch
    {
        "hour" => time.Hour,
        "minute" => time.Minute,
        "second" => time.Second,
        _ => Part(time.Date, name),
    };

    private static FeelValue Part(Duration duration, string name) => name switch
    {
        "days" => duration.Days,
        "hours" => duration.Hours,
        "minutes" => duration.Minutes,
        "seconds" => duration.Seconds,
        _ => FeelValue.Null,
    };
}
