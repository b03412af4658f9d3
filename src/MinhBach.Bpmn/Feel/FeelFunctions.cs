using System.Globalization;
using NodaTime;

namespace MinhBach.Bpmn;

/// <summary>The functions of FEEL that are known here (DMN 1.5, 10.3.4).</summary>
internal static class FeelFunctions
{
    private const int Any = -1;

    private static readonly Dictionary<string, (int Least, int Most, Func<FeelValue[], FeelValue> Run)> Known = new(StringComparer.Ordinal)
    {
        ["not"] = (1, 1, a => FeelOperators.Not(a[0])),
        ["contains"] = (2, 2, a => Texts(a, (x, y) => x.Contains(y, StringComparison.Ordinal))),
        ["starts with"] = (2, 2, a => Texts(a, (x, y) => x.StartsWith(y, StringComparison.Ordinal))),
        ["ends with"] = (2, 2, a => Texts(a, (x, y) => x.EndsWith(y, StringComparison.Ordinal))),
        ["upper case"] = (1, 1, a => a[0].Text?.ToUpper(CultureInfo.InvariantCulture)),
        ["lower case"] = (1, 1, a => a[0].Text?.ToLower(CultureInfo.InvariantCulture)),
        ["string length"] = (1, 1, a => a[0].Text is { } text ? new StringInfo(text).LengthInTextElements : FeelValue.Null),
        ["substring"] = (2, 3, Substring),
        ["string"] = (1, 1, a => a[0].IsNull ? FeelValue.Null : a[0].ToString()),
        ["number"] = (1, 1, a => decimal.TryParse(a[0].Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : FeelValue.Null),
        ["date"] = (1, 3, Date),
        ["date and time"] = (1, 1, a => a[0].Text is { } text ? FeelTime.ReadDateTime(text) : FeelValue.Null),
        ["duration"] = (1, 1, a => a[0].Text is { } text ? FeelTime.ReadDuration(text) : FeelValue.Null),
        ["count"] = (1, 1, a => a[0].Kind == FeelKind.List ? a[0].Items.Count : FeelValue.Null),
        ["sum"] = (1, Any, a => Fold(a, FeelArithmetic.Add)),
        ["min"] = (1, Any, a => Fold(a, (x, y) => FeelOperators.Order(x, y) is { } order ? (order <= 0 ? x : y) : FeelValue.Null)),
        ["max"] = (1, Any, a => Fold(a, (x, y) => FeelOperators.Order(x, y) is { } order ? (order >= 0 ? x : y) : FeelValue.Null)),
        ["mean"] = (1, Any, a => FeelArithmetic.Divide(Fold(a, FeelArithmetic.Add), ItemsOf(a).Count)),
        ["all"] = (1, Any, a => ItemsOf(a).Aggregate(FeelValue.Of(true), (x, y) => FeelOperators.And(x, _ => y, null!))),
        ["any"] = (1, Any, a => ItemsOf(a).Aggregate(FeelValue.Of(false), (x, y) => FeelOperators.Or(x, _ => y, null!))),
        ["list contains"] = (2, 2, a => a[0].Kind == FeelKind.List ? a[0].Items.Any(item => FeelOperators.AreEqual(item, a[1]).IsTrue) : FeelValue.Null),
        ["floor"] = (1, 1, a => Numbers(a, decimal.Floor)),
        ["ceiling"] = (1, 1, a => Numbers(a, decimal.Ceiling)),
        ["abs"] = (1, 1, a => Numbers(a, decimal.Abs)),
        ["modulo"] = (2, 2, a => a[0].Kind == FeelKind.Number && a[1].Kind == FeelKind.Number && a[1].Number != 0
            ? a[0].Number - (a[1].Number * decimal.Floor(a[0].Number / a[1].Number))
            : FeelValue.Null),
    };

    public static bool IsKnown(string name) => Known.ContainsKey(name);

    public static Func<FeelValue[], FeelValue>? Find(string name, int arguments) =>
        Known.TryGetValue(name, out var known) && arguments >= known.Least && (known.Most == Any || arguments <= known.Most) ? known.Run : null;

    private static FeelValue Texts(FeelValue[] a, Func<string, string, bool> test) =>
        a[0].Text is { } first && a[1].Text is { } second ? test(first, second) : FeelValue.Null;

    private static FeelValue Numbers(FeelValue[] a, Func<decimal, decimal> compute) =>
        a[0].Kind == FeelKind.Number ? compute(a[0].Number) : FeelValue.Null;

    private static IReadOnlyList<FeelValue> ItemsOf(FeelValue[] a) => a is [{ Kind: FeelKind.List }] ? a[0].Items : a;

    private static FeelValue Fold(FeelValue[] a, Func<FeelValue, FeelValue, FeelValue> join)
    {
        var items = ItemsOf(a);
        if (items.Count == 0)
            return FeelValue.Null;
        var result = items[0];
        for (var i = 1; i < items.Count; i++)
            result = join(result, items[i]);
        return result;
    }

    private static FeelValue Date(FeelValue[] a)
    {
        if (a.Length == 3)
        {
            var whole = a.All(part => part.Kind == FeelKind.Number && part.Number == decimal.Truncate(part.Number) && Math.Abs(part.Number) < 10000);
            if (!whole || a[1].Number is < 1 or > 12 || a[2].Number < 1 || a[0].Number is < 1 or > 9999)
                return FeelValue.Null;
            var (year, month, day) = ((int)a[0].Number, (int)a[1].Number, (int)a[2].Number);
            return day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? FeelValue.Of(new LocalDate(year, month, day)) : FeelValue.Null;
        }
        if (a.Length == 2)
            return FeelValue.Null;
        return a[0].Kind switch
        {
            FeelKind.Text => FeelTime.ReadDate(a[0].Text!),
            FeelKind.Date => a[0],
            FeelKind.DateTime => FeelValue.Of(a[0].Held is LocalDateTime local ? local.Date : ((OffsetDateTime)a[0].Held!).Date),
            _ => FeelValue.Null,
        };
    }

    private static FeelValue Substring(FeelValue[] a)
    {
        if (a[0].Text is not { } text || a[1].Kind != FeelKind.Number || (a.Length == 3 && a[2].Kind != FeelKind.Number))
            return FeelValue.Null;
        var start = a[1].Number < 0 ? text.Length + a[1].Number : a[1].Number - 1;
        if (start < 0 || start >= text.Length)
            return "";
        var length = a.Length == 3 ? Math.Clamp(a[2].Number, 0, text.Length - start) : text.Length - start;
        return text.Substring((int)start, (int)length);
    }
}
