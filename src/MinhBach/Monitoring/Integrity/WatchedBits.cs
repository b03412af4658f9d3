namespace MinhBach.Monitoring.Integrity;

/// <summary>How a watched dossier is written into the stored state.</summary>
internal static class WatchedBits
{
    public static void Write(this BinaryWriter to, WatchedDossier dossier)
    {
        to.Write(dossier.Id);
        to.Write(dossier.Procedure);
        to.Write(dossier.Agency);
        to.Write(dossier.IsOnline);
        to.WriteMaybe(dossier.WaitsSince);
        to.WriteMaybe(dossier.TermFrom);
        to.WriteMaybe(dossier.Due);
        to.WriteMaybe(dossier.DueAt);
        to.Write(dossier.Unit);
        to.Write(dossier.Done);
        to.Write(dossier.Doer);
        to.Write(dossier.Desk);
        to.Write(dossier.HasSeveralDesks);
        to.Write(dossier.HasResult);
        to.Write(dossier.Steps.Count);
        foreach (var step in dossier.Steps)
        {
            to.Write(step.Task);
            to.Write(step.Node);
            to.Write(step.Name);
            to.Write(step.Since);
        }
    }

    // In the order of writing: initializers run from top to bottom.
    public static WatchedDossier ReadDossier(this BinaryReader from) => new()
    {
        Id = from.ReadInt64(),
        Procedure = from.ReadInt64(),
        Agency = from.ReadInt64(),
        IsOnline = from.ReadBoolean(),
        WaitsSince = from.ReadMaybeMoment(),
        TermFrom = from.ReadMaybeDay(),
        Due = from.ReadMaybeDay(),
        DueAt = from.ReadMaybeMoment(),
        Unit = from.ReadInt64(),
        Done = from.ReadInt32(),
        Doer = from.ReadInt64(),
        Desk = from.ReadString(),
        HasSeveralDesks = from.ReadBoolean(),
        HasResult = from.ReadBoolean(),
        Steps = [.. ReadSteps(from)],
    };

    private static List<WatchedStep> ReadSteps(BinaryReader from)
    {
        var steps = new List<WatchedStep>();
        for (var left = from.ReadInt32(); left > 0; left--) steps.Add(new(from.ReadInt32(), from.ReadString(), from.ReadString(), from.ReadMoment()));
        return steps;
    }
}
