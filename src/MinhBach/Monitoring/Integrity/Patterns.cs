namespace MinhBach.Monitoring.Integrity;

/// <summary>All patterns.</summary>
internal static class Patterns
{
    /// <summary>For their words alone: these never look at anything.</summary>
    public static IReadOnlyList<Pattern> All { get; } = Make();

    /// <summary>New ones, which remember nothing.</summary>
    public static IReadOnlyList<Pattern> Make() =>
        [new LateSupplement(), new LateExtension(), new CloseAndRefile(), new AfterHours(), new InstantStep(), new SlowReception(), new OnePerson()];

    public static Pattern Of(PatternKind kind) => All.First(pattern => pattern.Kind == kind);

    public static Pattern? Find(string? slug) => All.FirstOrDefault(pattern => pattern.Slug == slug);
}
