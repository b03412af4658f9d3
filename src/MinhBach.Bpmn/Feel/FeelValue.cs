using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace MinhBach.Bpmn;

/// <summary>The kinds of FEEL values that are known here.</summary>
public enum FeelKind
{
    /// <summary>No value, or a question without an answer.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A day and time, with or without an offset from UTC.</summary>
    DateTime,

    /// <summary>Days and time.</summary>
    Duration,

    /// <summary>Years and months.</summary>
    Months,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>Names with values.</summary>
    Context,
}

/// <summary>A FEEL value (DMN 1.5, chapter 10). Compares by value.</summary>
[JsonConverter(typeof(FeelValueConverter))]
public readonly struct FeelValue : IEquatable<FeelValue>
{
    private readonly object? held;
    private readonly decimal number;

    private FeelValue(FeelKind kind, object? held, decimal number = 0)
    {
        Kind = kind;
        this.held = held;
        this.number = number;
    }

    /// <summary>null.</summary>
    public static FeelValue Null => default;

    /// <summary>What kind of value this is.</summary>
    public FeelKind Kind { get; }

    /// <summary>Is this null?</summary>
    public bool IsNull => Kind == FeelKind.Null;

    /// <summary>Is this the boolean true? Null and every other kind is not.</summary>
    public bool IsTrue => Kind == FeelKind.Boolean && number != 0;

    /// <summary>Is this the boolean false?</summary>
    public bool IsFalse => Kind == FeelKind.Boolean && number == 0;

    /// <summary>The number; 0 where <see cref="Kind"/> is another.</summary>
    public decimal Number => Kind is FeelKind.Number or FeelKind.Months ? number : 0;

    /// <summary>The text; null where <see cref="Kind"/> is another.</summary>
    public string? Text => held as string;

    /// <summary>The day; null where <see cref="Kind"/> is another.</summary>
    public LocalDate? Date => held as LocalDate?;

    /// <summary>The days and time; null where <see cref="Kind"/> is another.</summary>
    public Duration? Duration => held as Duration?;

    /// <summary>The items; empty where <see cref="Kind"/> is another.</summary>
    public IReadOnlyList<FeelValue> Items => held as FeelValue[] ?? [];

    /// <summary>The names with values; null where <see cref="Kind"/> is another.</summary>
    public FeelContext? Context => held as FeelContext;

    internal object? Held => held;

    /// <summary>A boolean.</summary>
    public static FeelValue Of(bool value) => new(FeelKind.Boolean, null, value ? 1 : 0);

    /// <summary>A number.</summary>
    public static FeelValue Of(decimal value) => new(FeelKind.Number, null, value);

    /// <summary>A text, or null.</summary>
    public static FeelValue Of(string? value) => value is null ? Null : new(FeelKind.Text, value);

    /// <summary>A day.</summary>
    public static FeelValue Of(LocalDate value) => new(FeelKind.Date, value);

    /// <summary>A day and time without an offset.</summary>
    public static FeelValue Of(LocalDateTime value) => new(FeelKind.DateTime, value);

    /// <summary>A day and time with an offset.</summary>
    public static FeelValue Of(OffsetDateTime value) => new(FeelKind.DateTime, value);

    /// <summary>A moment, as a day and time in UTC.</summary>
    public static FeelValue Of(Instant value) => Of(value.WithOffset(Offset.Zero));

    /// <summary>Days and time.</summary>
    public static FeelValue Of(Duration value) => new(FeelKind.Duration, value);

    /// <summary>Years and months as a number of months.</summary>
    public static FeelValue OfMonths(int months) => new(FeelKind.Months, null, months);

    /// <summary>A list.</summary>
    public static FeelValue Of(IEnumerable<FeelValue> items) => new(FeelKind.List, items.ToArray());

    /// <summary>Names with values.</summary>
    public static FeelValue Of(FeelContext context) => new(FeelKind.Context, context);

    /// <summary>A boolean.</summary>
    public static implicit operator FeelValue(bool value) => Of(value);

    /// <summary>A number.</summary>
    public static implicit operator FeelValue(decimal value) => Of(value);

    /// <summary>A number.</summary>
    public static implicit operator FeelValue(int value) => Of((decimal)value);

    /// <summary>A text.</summary>
    public static implicit operator FeelValue(string? value) => Of(value);

    /// <summary>A day.</summary>
    public static implicit operator FeelValue(LocalDate value) => Of(value);

    /// <summary>Same kind and same value.</summary>
    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    /// <summary>Another kind or another value.</summary>
    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(FeelValue other) => Kind == other.Kind && number == other.number && Kind switch
    {
        FeelKind.List => Items.SequenceEqual(other.Items),
        _ => Equals(held, other.held),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, number, Kind == FeelKind.List ? Items.Count : held?.GetHashCode() ?? 0);

    /// <summary>The value as FEEL's <c>string()</c> writes it; numbers and dates are culture-free.</summary>
    public override string ToString() => Kind switch
    {
        FeelKind.Null => "null",
        FeelKind.Boolean => IsTrue ? "true" : "false",
        FeelKind.Number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        FeelKind.Text => Text!,
        FeelKind.Date => FeelTime.Write((LocalDate)held!),
        FeelKind.DateTime => FeelTime.Write(held!),
        FeelKind.Duration => FeelTime.Write((Duration)held!),
        FeelKind.Months => FeelTime.WriteMonths((int)number),
        FeelKind.List => "[" + string.Join(", ", Items) + "]",
        FeelKind.Context => Context!.ToString(),
        _ => "",
    };
}
