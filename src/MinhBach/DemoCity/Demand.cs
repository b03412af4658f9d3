using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>What somebody wants, from whom, and how they hand it in.</summary>
internal sealed record Want(ProcedureVersion Procedure, ProcedureCase Case, Agency Agency, Channel Channel);

/// <summary>How often which procedure is asked for, and where: births and certified copies daily, a building permit now and then.</summary>
internal sealed class Demand
{
    private static readonly Dictionary<string, double> ByField = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Hộ tịch"] = 3,
        ["Đăng ký, quản lý cư trú"] = 3,
        ["Chứng thực"] = 1.2,
        ["Bảo trợ xã hội"] = 1,
        ["Cấp, quản lý căn cước"] = 1.4,
        ["Đất đai"] = 1.5,
        ["Hoạt động xây dựng"] = 0.7,
        ["Thành lập và hoạt động của doanh nghiệp"] = 1,
        ["Nuôi con nuôi"] = 0.1,
    };

    private readonly ProcedureCatalog catalog;
    private readonly OrganizationMap map;
    private readonly Urn<string> codes = new();
    private readonly Urn<Agency> communes = new();

    /// <param name="catalog">The procedures; those in force at the end are asked for.</param>
    /// <param name="map">Who answers for them.</param>
    /// <param name="seed">Makes some procedures and communes busier than others.</param>
    /// <param name="end">Last day.</param>
    public Demand(ProcedureCatalog catalog, OrganizationMap map, int seed, LocalDate end)
    {
        this.catalog = catalog;
        this.map = map;
        var order = 0;
        foreach (var procedure in catalog.All.Where(item => !item.IsInternal && IsAnswerable(item)))
        {
            var taste = Math.Exp(0.7 * Dice.For(seed, 1_000 + order++).Normal());
            codes.Put(procedure.Code, ByField.GetValueOrDefault(procedure.Field.Trim(), 0.6) * taste * (procedure.OnlineLevel == OnlineLevel.None ? 0.25 : 1));
        }

        foreach (var agency in map.Agencies.Where(agency => agency.Level == AgencyLevel.Commune && agency.Stands(end)).OrderBy(agency => agency.Code, StringComparer.Ordinal))
        {
            var size = Math.Exp(0.45 * Dice.For(seed, 100_000 + order++).Normal());
            communes.Put(agency, size * (agency.Name.Contains("phường", StringComparison.Ordinal) ? 1.5 : 0.9));
        }
    }

    public Want Draw(Dice dice)
    {
        var code = codes.Draw(dice);
        var procedure = catalog.Versions(code)[^1];
        var one = dice.Pick(procedure.Cases);
        return new(procedure, one, AgencyFor(procedure, dice), ChannelFor(procedure, one, dice));
    }

    private static bool AtCommune(ProcedureVersion procedure) => procedure.Levels.Contains(ProcedureLevel.Commune);

    private bool IsAnswerable(ProcedureVersion procedure) => AtCommune(procedure) || map.DepartmentFor(procedure.Field) is not null;

    private Agency AgencyFor(ProcedureVersion procedure, Dice dice)
    {
        var department = procedure.Levels.Any(level => level != ProcedureLevel.Commune) ? map.DepartmentFor(procedure.Field) : null;
        if (department is not null && (!AtCommune(procedure) || dice.Chance(0.15))) return department;
        return AtCommune(procedure) ? communes.Draw(dice) : map.DepartmentFor(procedure.Field)!;
    }

    // More than nine in ten come online (over 97 % in the city's own reports of 2026).
    private static Channel ChannelFor(ProcedureVersion procedure, ProcedureCase one, Dice dice)
    {
        bool Offers(Channel channel) => one.Channels.Count == 0 || one.Channels.Any(item => item.Channel == channel);
        var online = procedure.OnlineLevel switch
        {
            OnlineLevel.None => 0,
            OnlineLevel.Partial or OnlineLevel.Level3 => 0.95,
            OnlineLevel.Full or OnlineLevel.Level4 => 0.985,
        };
        if (Offers(Channel.Online) && dice.Chance(online)) return Channel.Online;
        return Offers(Channel.Post) && dice.Chance(0.15) ? Channel.Post : Channel.Direct;
    }
}
