namespace MinhBach.ProcessMining;

/// <summary>
/// An object-centric event log (OCEL 2.0): events that touch any number of objects, and objects that know each other.
/// Ids are unique among events and among objects.
/// </summary>
public sealed class ObjectLog
{
    private readonly Dictionary<string, ObjectLogEvent> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectLogObject> _objects = new(StringComparer.Ordinal);
    private readonly List<ObjectLogType> _eventTypes = [];
    private readonly List<ObjectLogType> _objectTypes = [];

    /// <summary>The declared types of events.</summary>
    public IReadOnlyList<ObjectLogType> EventTypes => _eventTypes;

    /// <summary>The declared types of objects.</summary>
    public IReadOnlyList<ObjectLogType> ObjectTypes => _objectTypes;

    /// <summary>The events by id, in the order of the file.</summary>
    public IReadOnlyDictionary<string, ObjectLogEvent> Events => _events;

    /// <summary>The objects by id, in the order of the file.</summary>
    public IReadOnlyDictionary<string, ObjectLogObject> Objects => _objects;

    /// <summary>Adds an event; false if its id is taken.</summary>
    public bool TryAdd(ObjectLogEvent happened) => _events.TryAdd(happened?.Id ?? throw new ArgumentNullException(nameof(happened)), happened);

    /// <summary>Adds an object; false if its id is taken.</summary>
    public bool TryAdd(ObjectLogObject thing) => _objects.TryAdd(thing?.Id ?? throw new ArgumentNullException(nameof(thing)), thing);

    /// <summary>Declares a type of events; false if its name is taken.</summary>
    public bool TryAddEventType(ObjectLogType type) => TryAdd(_eventTypes, type);

    /// <summary>Declares a type of objects; false if its name is taken.</summary>
    public bool TryAddObjectType(ObjectLogType type) => TryAdd(_objectTypes, type);

    /// <summary>
    /// The log as the objects of one type lived it: a case for each object, with all events that touch it in order of time
    /// and the object's latest attribute values. An event that touches several of them is in several cases; an event that
    /// touches none is in no case, and told. The activity is the event's type; resource and unit are its attributes
    /// <c>org:resource</c> (or <c>resource</c>) and <c>org:group</c>, if it has them.
    /// </summary>
    /// <param name="objectType">The type's name, exactly; one that no object has gives an empty log.</param>
    /// <param name="problems">What is wrong seen from this type.</param>
    public EventLog Flatten(string objectType, out LogProblems problems) => ObjectLogFlattening.Of(this, objectType, problems = new LogProblems());

    private static bool TryAdd(List<ObjectLogType> types, ObjectLogType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (types.Exists(known => known.Name == type.Name))
            return false;
        types.Add(type);
        return true;
    }
}
