using System.Text.Json;
using System.Text.Json.Serialization;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Starter;

/// <summary>The starter organisation as it is written in hanoi.json and communes.json.</summary>
internal sealed record StarterFile(
    StarterCity City,
    LocalDate From,
    IReadOnlyList<StarterDepartment> Departments,
    IReadOnlyList<StarterBranch> Branches,
    IReadOnlyList<StarterUnit> CityUnits,
    IReadOnlyList<StarterUnit> CommuneUnits,
    IReadOnlyList<StarterUnit> DepartmentUnits,
    IReadOnlyList<StarterPosts> RoomPosts,
    IReadOnlyList<StarterUnit> BranchUnits,
    IReadOnlyList<ExtraPost> ExtraPosts)
{
    private static readonly JsonSerializerOptions Json = new(KernelJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static StarterFile Hanoi() => Read<StarterFile>("hanoi.json");

    public static IReadOnlyList<StarterCommune> Communes() => Read<List<StarterCommune>>("communes.json");

    private static T Read<T>(string file)
    {
        var assembly = typeof(StarterFile).Assembly;
        using var stream = assembly.GetManifestResourceStream("organization/" + file)
            ?? throw new InvalidOperationException($"The program lacks its own file {file}.");
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}

internal sealed record StarterCity(string Code, string Identifier, string Name);

/// <summary>A department; <c>central</c> ones belong to a ministry and serve the city.</summary>
internal sealed record StarterDepartment(
    string Code, string Identifier, string Name, string Head, string Deputy, bool Central, IReadOnlyList<StarterRoom> Rooms);

internal sealed record StarterRoom(string Name, IReadOnlyList<string> Fields);

internal sealed record StarterBranch(string Code, string Parent, string Name);

/// <summary>A unit that every agency of a level gets. A ward's may be called otherwise than a commune's.</summary>
internal sealed record StarterUnit(string Name, string? WardName, UnitKind Kind, IReadOnlyList<string> Fields, IReadOnlyList<StarterPosts> Posts);

internal sealed record StarterPosts(string Name, string Role, int Count = 1);

/// <summary>A post that one unit has beside its template's.</summary>
internal sealed record ExtraPost(string Agency, string Unit, string Name, string Role);

internal sealed record StarterCommune(string Code, string Kind, string Name);
