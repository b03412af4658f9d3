namespace MinhBach.ProcessMining;

/// <summary>What a reader found wrong in a log and went on from.</summary>
public enum LogProblemKind
{
    /// <summary>A case without an id; it is given one that no case before it has.</summary>
    MissingCaseId,

    /// <summary>A case whose id an earlier case has; both are kept as they stand.</summary>
    DuplicateCaseId,

    /// <summary>A case without a single event; it is kept.</summary>
    EmptyCase,

    /// <summary>An event that does not say what was done; it is left out.</summary>
    MissingActivity,

    /// <summary>An event that does not say when; it keeps its place behind the event before it.</summary>
    MissingTime,

    /// <summary>A date that cannot be read; an event is kept as one without a time.</summary>
    BrokenDate,

    /// <summary>A date without an offset; it is read in the zone that the options name. Only the first is kept with detail.</summary>
    DateWithoutOffset,

    /// <summary>An event that stands behind a later one; the events are put in order.</summary>
    OutOfOrder,

    /// <summary>An activity whose completion stands behind its start and happened before it; both events are kept.</summary>
    EndBeforeStart,

    /// <summary>An event like one before it: same activity, moment, resource, lifecycle and instance. Kept unless the options say otherwise.</summary>
    DuplicateEvent,

    /// <summary>An event that belongs to no case; it is left out.</summary>
    EventOutsideCase,

    /// <summary>An attribute without a key or a value; it is left out.</summary>
    BrokenAttribute,

    /// <summary>A key that stands twice in one place; the first value counts.</summary>
    DuplicateAttribute,

    /// <summary>Something that the format does not know; it is left out.</summary>
    UnknownElement,

    /// <summary>A row with more or fewer fields than the header; it is left out.</summary>
    WrongColumnCount,

    /// <summary>A row, event or object that is not well-formed; it is left out.</summary>
    BrokenRow,

    /// <summary>An event or object without an id or a type; it is left out.</summary>
    MissingId,

    /// <summary>An id that another event, another object or another type has; the first counts, the second is left out.</summary>
    DuplicateId,

    /// <summary>A reference to an object that is not in the log; it is left out.</summary>
    DanglingReference,

    /// <summary>A type or an attribute that is used and was not declared; it is kept.</summary>
    UndeclaredType,

    /// <summary>The same relation twice; the first counts.</summary>
    DuplicateRelation,

    /// <summary>An event that touches no object of the type by which the log is flattened; it is in no case.</summary>
    EventWithoutObject,

    /// <summary>The file ends in the middle. What was whole before that place is read; the case in which it ends is left out.</summary>
    CutOff,

    /// <summary>The file is damaged at this place. What was whole before it is read; the case in which it lies is left out, and all that follows.</summary>
    Damaged,
}
