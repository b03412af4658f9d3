using System.Globalization;
using MinhBach.Kernel;
using MinhBach.Organization.Starter;
using NodaTime;

namespace MinhBach.Organization.Import;

/// <summary>What an import of wards and communes did.</summary>
/// <param name="Added">Codes that were new.</param>
/// <param name="Renamed">Codes whose name or kind changed; the old name stays on record.</param>
/// <param name="Unchanged">Codes that stood already as the file has them.</param>
/// <param name="Problems">What could not be read, and standing communes that the file lacks.</param>
public sealed record ImportUnitsResult(int Added, int Renamed, int Unchanged, IReadOnlyList<string> Problems);

/// <summary>
/// Takes over the wards and communes of a province from a file. New ones get the units and vacant posts of the starter
/// template. Nothing is ended by a file: what it lacks is reported, because only a decision ends an agency.
/// </summary>
public sealed class ImportUnits
{
    private readonly OrganizationWork work;

    internal ImportUnits(OrganizationWork work) => this.work = work;

    /// <summary>Reads and takes over; running it again changes nothing.</summary>
    /// <param name="json">The file.</param>
    /// <param name="source">Its name, for the journal.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="from">First day of what is new; null means today.</param>
    /// <param name="cancellation">Checked before writing.</param>
    /// <exception cref="FormatException">The file as a whole cannot be read; the message says where.</exception>
    public Task<ImportUnitsResult> RunAsync(Stream json, string source, Actor actor, LocalDate? from = null, CancellationToken cancellation = default)
    {
        var hanoi = StarterFile.Hanoi();
        var (units, unread) = UnitsFile.Read(json, hanoi.City.Code);
        return work.RunAsync<ImportUnitsResult>(actor, writer => TakeOverAsync(writer, hanoi, units, unread, source, from ?? writer.Today), cancellation);
    }

    private static async ValueTask<(ImportUnitsResult, object?)> TakeOverAsync(
        OrganizationWriter writer, StarterFile hanoi, IReadOnlyList<FileUnit> units, IReadOnlyList<string> unread, string source, LocalDate from)
    {
        var standing = writer.Map.Agencies.Where(agency => agency.Level == AgencyLevel.Commune && agency.Stands(writer.Today))
            .ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var put = new OrganizationData();
        var (added, renamed, unchanged) = (0, 0, 0);
        var lastNumber = standing.Values.Select(agency => NumberOf(agency.Identifier)).DefaultIfEmpty(100).Max();
        var city = writer.Map.AgencyByCode(hanoi.City.Code)?.Id;
        foreach (var unit in units)
        {
            var name = StarterPlan.NameOf(new(unit.Code, unit.Kind, unit.Name));
            if (standing.Remove(unit.Code, out var old))
            {
                if (old.Name == name)
                {
                    unchanged++;
                    continue;
                }

                renamed++;
                put = put.With(new()
                {
                    Agencies = [old with { Name = name, FormerNames = [.. old.FormerNames, new(old.Name, from.PlusDays(-1))], Revision = old.Revision + 1 }],
                });
                continue;
            }

            added++;
            var identifier = $"{hanoi.City.Identifier}.{(++lastNumber).ToString(CultureInfo.InvariantCulture)}";
            var agency = new Agency(new(await writer.NextIdAsync()), unit.Code, identifier, name, AgencyLevel.Commune, city, from, null, [], null, null);
            var ids = await IdsAsync(writer);
            put = put.With(new StarterPlan(hanoi with { From = from }, ids.Dequeue, null).LayUnits(agency)).With(new() { Agencies = [agency] });
        }

        await writer.PutAsync(put);
        var result = new ImportUnitsResult(added, renamed, unchanged,
            [.. unread, .. standing.Values.Select(agency => $"Tệp không có {agency.Name} (mã {agency.Code}); cơ quan này giữ nguyên.")]);
        return (result, added + renamed == 0 ? null : new UnitsImported(source, added, renamed, unchanged));
    }

    // More than any template asks for; unused ids are simply never used.
    private static async ValueTask<Queue<long>> IdsAsync(OrganizationWriter writer)
    {
        var ids = new Queue<long>();
        for (var i = 0; i < 60; i++) ids.Enqueue(await writer.NextIdAsync());
        return ids;
    }

    private static int NumberOf(string identifier) =>
        int.TryParse(identifier.AsSpan(identifier.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 100;
}
