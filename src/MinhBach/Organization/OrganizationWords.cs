using MinhBach.Shell;

namespace MinhBach.Organization;

/// <summary>What people call levels, kinds and ways of lending.</summary>
internal static class OrganizationWords
{
    public static string Name(this Words words, AgencyLevel level) => level switch
    {
        AgencyLevel.City => words["Thành phố"],
        AgencyLevel.Department => words["Sở, ban, ngành"],
        AgencyLevel.Commune => words["Xã, phường"],
        AgencyLevel.Branch => words["Chi nhánh"],
    };

    public static string Name(this Words words, UnitKind kind) => kind switch
    {
        UnitKind.OneStop => words["Một cửa"],
        UnitKind.Processing => words["Chuyên môn"],
        UnitKind.Clerical => words["Văn phòng, văn thư"],
        UnitKind.Leadership => words["Lãnh đạo"],
        UnitKind.Inspection => words["Thanh tra, kiểm tra"],
        UnitKind.Other => words["Khác"],
    };

    public static string Name(this Words words, PostRole role) => role switch
    {
        PostRole.OneStopOfficer => words["Cán bộ một cửa"],
        PostRole.Specialist => words["Chuyên viên"],
        PostRole.HeadOfUnit => words["Trưởng phòng"],
        PostRole.Leader => words["Lãnh đạo"],
        PostRole.Clerk => words["Văn thư"],
        PostRole.HomeAffairs => words["Nội vụ"],
        PostRole.Inspector => words["Giám sát"],
        PostRole.Administrator => words["Quản trị hệ thống"],
    };

    public static string Name(this Words words, DelegationKind kind) => kind switch
    {
        DelegationKind.Delegation => words["Ủy quyền"],
        DelegationKind.Substitution => words["Thay thế"],
    };
}
