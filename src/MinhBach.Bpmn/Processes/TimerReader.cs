using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>Reads when a timer event is due.</summary>
internal static class TimerReader
{
    public static TimerSpec? Read(XElement element, XElement definition, ProcessCompiler compiler)
    {
        if (StepInfoXml.Value(definition, "term") is { } term)
            return new TimerSpec(TimerKind.Term, term);
        if (Text(definition, "timeDuration") is { } duration)
            return Make(TimerKind.Duration, duration, element, definition, compiler);
        if (Text(definition, "timeDate") is { } date)
            return Make(TimerKind.Date, date, element, definition, compiler);
        if (Text(definition, "timeCycle") is not null)
            compiler.Error(element, "timer-cycle", "A timer that repeats is not executed.");
        else
            compiler.Error(element, "timer-empty", "The timer does not say when it is due.");
        return null;
    }

    private static string? Text(XElement definition, string name) =>
        definition.Element(BpmnNames.Bpmn + name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static TimerSpec? Make(TimerKind kind, string text, XElement element, XElement definition, ProcessCompiler compiler)
    {
        if (text.StartsWith('='))
            return new TimerSpec(kind, text) { Computed = compiler.ReadFeel(definition, text, element) };
        var read = kind == TimerKind.Duration ? FeelTime.ReadDuration(text) : FeelTime.ReadDateTime(text);
        if (!read.IsNull)
            return new TimerSpec(kind, text);
        compiler.Error(element, "timer-unreadable", $"\"{text}\" is no ISO 8601 {(kind == TimerKind.Duration ? "duration, such as P3D" : "date, such as 2026-03-02T17:00:00+07:00")}.");
        return null;
    }
}
