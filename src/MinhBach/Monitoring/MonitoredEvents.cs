using MinhBach.Dossiers;
using MinhBach.Monitoring.Reminders;

namespace MinhBach.Monitoring;

/// <summary>The events from which figures are folded: all of dossiers, and the reminders of their steps.</summary>
internal static class MonitoredEvents
{
    public static IReadOnlyCollection<Type> Types { get; } =
        [.. typeof(DossierEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DossierEvent))), typeof(StepReminded)];
}
