namespace MinhBach.Organization;

/// <summary>What the holder of a post may do in the system.</summary>
public enum PostRole
{
    /// <summary>Receives dossiers and returns results.</summary>
    OneStopOfficer,

    /// <summary>Appraises dossiers.</summary>
    Specialist,

    /// <summary>Leads a unit: checks, assigns.</summary>
    HeadOfUnit,

    /// <summary>Leads an agency: decides, signs.</summary>
    Leader,

    /// <summary>Văn thư: numbers and issues results.</summary>
    Clerk,

    /// <summary>Keeps the organisation, plans and figures (Sở Nội vụ).</summary>
    HomeAffairs,

    /// <summary>Oversees the whole city.</summary>
    Inspector,

    /// <summary>Keeps the system.</summary>
    Administrator,
}

/// <summary>The keys by which processes, claims and files name the roles.</summary>
public static class PostRoles
{
    private static readonly Dictionary<string, PostRole> ByKey =
        Enum.GetValues<PostRole>().ToDictionary(Key, role => role, StringComparer.Ordinal);

    /// <summary>The key, such as <c>one-stop-officer</c>.</summary>
    public static string Key(PostRole role) => role switch
    {
        PostRole.OneStopOfficer => "one-stop-officer",
        PostRole.Specialist => "specialist",
        PostRole.HeadOfUnit => "head-of-unit",
        PostRole.Leader => "leader",
        PostRole.Clerk => "clerk",
        PostRole.HomeAffairs => "home-affairs",
        PostRole.Inspector => "inspector",
        PostRole.Administrator => "administrator",
    };

    /// <summary>The role of a key.</summary>
    public static bool TryParse(string? key, out PostRole role)
    {
        role = default;
        return key is not null && ByKey.TryGetValue(key, out role);
    }

    /// <summary>The role of a key.</summary>
    /// <exception cref="FormatException">No role has this key.</exception>
    public static PostRole Parse(string key) => TryParse(key, out var role) ? role : throw new FormatException($"“{key}” is no role of a post.");

    /// <summary>What people call it (a Vietnamese sentence for the words).</summary>
    public static string Name(PostRole role) => role switch
    {
        PostRole.OneStopOfficer => "Cán bộ một cửa",
        PostRole.Specialist => "Chuyên viên",
        PostRole.HeadOfUnit => "Trưởng phòng",
        PostRole.Leader => "Lãnh đạo",
        PostRole.Clerk => "Văn thư",
        PostRole.HomeAffairs => "Nội vụ",
        PostRole.Inspector => "Giám sát",
        PostRole.Administrator => "Quản trị hệ thống",
    };
}
