using System.Globalization;

namespace MinhBach.Dossiers;

/// <summary>A dossier (hồ sơ) inside the system; people use its code.</summary>
public readonly record struct DossierId(long Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
