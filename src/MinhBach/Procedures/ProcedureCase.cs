using MinhBach.WorkingTime;

namespace MinhBach.Procedures;

/// <summary>
/// A case (trường hợp) of a procedure, with its own term, fees and papers. Every procedure has at least one.
/// <paramref name="Term"/> is the longest of the channels; null when the text states none.
/// </summary>
public sealed record ProcedureCase(
    string Key,
    string Name,
    Term? Term,
    string? TermText,
    IReadOnlyList<ChannelTerm> Channels,
    IReadOnlyList<ProcedurePaper> Papers);

/// <summary>What one channel promises: its term and its fees, read and as written.</summary>
public sealed record ChannelTerm(
    Channel Channel,
    Term? Term,
    string? TermText,
    IReadOnlyList<ProcedureFee> Fees,
    string? Note = null);

/// <summary>
/// A fee or charge. <paramref name="AmountDong"/> is in đồng (0 = free), null when the text gives no single amount.
/// Unverified fees are shown as “chưa kiểm chứng”.
/// </summary>
public sealed record ProcedureFee(string Text, long? AmountDong, string? Unit, string? Condition, bool Verified);

/// <summary>A paper of the dossier (thành phần hồ sơ).</summary>
public sealed record ProcedurePaper(
    string Key,
    string Name,
    int Originals,
    int Copies,
    string? FormNumber,
    string? Note,
    bool Required);
