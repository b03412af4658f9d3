using System.Globalization;

namespace MinhBach.Organization;

/// <summary>An agency (cơ quan): the city, a department, a commune, a branch.</summary>
public readonly record struct AgencyId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A unit (đơn vị, phòng) of an agency.</summary>
public readonly record struct UnitId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A post (vị trí) in a unit, held by people over time.</summary>
public readonly record struct PostId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An official, whatever posts they hold.</summary>
public readonly record struct PersonId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
