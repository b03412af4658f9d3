namespace MinhBach.Monitoring.Integrity;

/// <summary>How a finding is written into the stored state.</summary>
internal static class FindingBits
{
    public static void Write(this BinaryWriter to, FindingRow finding)
    {
        to.Write(finding.Id);
        to.Write((int)finding.Pattern);
        to.Write(finding.DossierId);
        to.Write(finding.ProcedureId);
        to.Write(finding.AgencyId);
        to.Write(finding.UnitId);
        to.Write(finding.PersonId ?? 0);
        to.Write(finding.About ?? "");
        to.Write(finding.At);
        to.WriteMaybe(finding.Since);
        to.WriteMaybe(finding.DueAt);
        to.Write(finding.Amount);
        to.Write(finding.Others ?? "");
    }

    // In the order of writing: initializers run from top to bottom.
    public static FindingRow ReadFinding(this BinaryReader from) => new()
    {
        Id = from.ReadInt64(),
        Pattern = (PatternKind)from.ReadInt32(),
        DossierId = from.ReadInt64(),
        ProcedureId = from.ReadInt64(),
        AgencyId = from.ReadInt64(),
        UnitId = from.ReadInt64(),
        PersonId = from.ReadInt64() is var person and not 0 ? person : null,
        About = from.ReadString() is { Length: > 0 } about ? about : null,
        At = from.ReadMoment(),
        Since = from.ReadMaybeMoment(),
        DueAt = from.ReadMaybeMoment(),
        Amount = from.ReadInt64(),
        Others = from.ReadString() is { Length: > 0 } others ? others : null,
    };
}
