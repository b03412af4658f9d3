namespace MinhBach.Monitoring.Integrity;

/// <summary>Which pattern a finding is of, by the number that is stored.</summary>
public enum PatternKind
{
    /// <summary>More papers are asked for when the term is all but over.</summary>
    LateSupplement = 1,

    /// <summary>The date is moved when the term is all but over.</summary>
    LateExtension = 2,

    /// <summary>A dossier is closed, and the same person files the same procedure again.</summary>
    CloseAndRefile = 3,

    /// <summary>Many steps end after hours.</summary>
    AfterHours = 4,

    /// <summary>A step ends within seconds.</summary>
    InstantStep = 5,

    /// <summary>An online dossier waits long for the desk's answer.</summary>
    SlowReception = 6,

    /// <summary>One person does everything.</summary>
    OnePerson = 7,
}
