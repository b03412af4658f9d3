using System.Data.Common;
using System.Text.Json;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Mining.Export;

/// <summary>Which dossiers are written.</summary>
/// <param name="From">Handed in on this day or later; null for all before too.</param>
/// <param name="To">Handed in on this day at the latest; null for all after too.</param>
/// <param name="Procedure">Of this procedure alone; null for all.</param>
public sealed record DossierChoice(LocalDate? From = null, LocalDate? To = null, ProcedureId? Procedure = null)
{
    internal bool Takes(Instant at, DossierSubmitted submitted) =>
        (From is not { } from || at.DateInCity() >= from) && (To is not { } to || at.DateInCity() <= to) && (Procedure is not { } procedure || submitted.Procedure == procedure.Value);
}

/// <summary>The city's own dossiers as cases of a log, read from the journal one after another: memory holds one.</summary>
internal sealed class DossierLog(CityDatabase database, JournalEventTypes types, OrganizationLookup organization, ProcedureCatalog catalog)
{
    /// <summary>All dossiers that were handed in, by their number.</summary>
    public IEnumerable<DossierCase> Cases(DossierChoice choice, CancellationToken cancellation)
    {
        using var connection = database.OpenForReadingAsync(cancellation).GetAwaiter().GetResult();
        if (database.Kind == DatabaseKind.Sqlite) SortOnDisk(connection);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT stream_id, at, name, actor, data FROM journal_entry WHERE stream = '{DossierEvent.Stream}' ORDER BY stream_id, sequence";
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        DossierCase? current = null;
        var id = 0L;
        while (reader.Read())
        {
            if (reader.GetInt64(0) != id)
            {
                if (current is not null) yield return current;
                cancellation.ThrowIfCancellationRequested();
                (id, current) = (reader.GetInt64(0), null);
            }

            current = Taken(reader, current, choice);
        }

        if (current is not null) yield return current;
    }

    // Years of a city are sorted by dossier: more than there is memory for.
    private static void SortOnDisk(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA temp_store=FILE";
        command.ExecuteNonQuery();
    }

    private DossierCase? Taken(DbDataReader reader, DossierCase? current, DossierChoice choice)
    {
        var at = reader.GetInstant(1);
        var occurred = types.Read(reader.GetString(2), reader.GetString(4));
        if (occurred is DossierSubmitted submitted) return choice.Takes(at, submitted) ? Begun(submitted, at) : null;
        current?.Take(at, () => JsonSerializer.Deserialize<Actor>(reader.GetString(3), KernelJson.Options)!, occurred);
        return current;
    }

    private DossierCase Begun(DossierSubmitted submitted, Instant at)
    {
        var procedure = catalog.Newest(new(submitted.Procedure));
        return new(submitted.Code, NameOfUnit, NameOfPerson)
        {
            Attributes =
            {
                ["start"] = DossierCase.Text(at),
                ["procedure"] = procedure?.Code ?? "",
                ["field"] = submitted.Field,
                ["department"] = organization.Current.FindAgency(new(submitted.Agency))?.Name ?? "",
                ["channel"] = submitted.Channel.ToString(),
            },
        };
    }

    private string NameOfUnit(long id) => organization.Current.FindUnit(new(id)) is { } unit ? unit.Name + ", " + (organization.Current.FindAgency(unit.Agency)?.Name ?? "") : Numbered(id);

    // Two officials may have one name.
    private string NameOfPerson(long id) => (organization.Current.FindPerson(new(id))?.Name ?? "") + " " + Numbered(id);

    private static string Numbered(long id) => System.FormattableString.Invariant($"#{id}");
}
