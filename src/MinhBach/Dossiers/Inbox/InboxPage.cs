using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>One line of an inbox.</summary>
internal sealed record InboxRow(
    long Dossier, string Code, long Version, string Applicant, long Agency, DossierStatus Status, Channel Channel, Instant SubmittedAt,
    int? Task, string? Step, string? Question, long? Unit, long? Person, string? PersonName, Instant? OpenedAt, Instant? DueAt, Instant? EndedAt, Instant Key);

/// <summary>How much lies in each pile.</summary>
internal sealed record InboxCounts(int Mine, int Unit, int Agency, int Watching, int Done);

/// <summary>What there is to choose from in the filters of a pile.</summary>
internal sealed record InboxOptions(IReadOnlyList<long> Procedures, IReadOnlyList<string> Steps);

/// <summary>One page of a pile.</summary>
internal sealed record InboxPage(IReadOnlyList<InboxRow> Rows, InboxCursor? Next, InboxCounts Counts, InboxOptions Options);
