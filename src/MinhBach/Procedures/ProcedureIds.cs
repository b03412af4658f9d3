namespace MinhBach.Procedures;

/// <summary>A procedure (thủ tục hành chính) across all its versions.</summary>
public readonly record struct ProcedureId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One published version of a procedure. A dossier pins the version in force when it came in.</summary>
public readonly record struct ProcedureVersionId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
