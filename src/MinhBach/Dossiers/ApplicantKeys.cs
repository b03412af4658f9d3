using System.Data.Common;
using System.Text.Json;
using MinhBach.Kernel;
using Npgsql;

namespace MinhBach.Dossiers;

/// <summary>Who handed in dossiers, in plain SQL: whoever reads the whole journal asks for every dossier that there ever was.</summary>
internal static class ApplicantKeys
{
    private const string Columns = "SELECT dossier_id, national_id, tax_code, phone, name FROM dossiers_applicant WHERE dossier_id";

    public static async Task AddAsync(CityDatabase database, long[] dossiers, Dictionary<long, string> keys, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = database.Kind == DatabaseKind.Sqlite ? $"{Columns} IN (SELECT value FROM json_each($ids))" : $"{Columns} = ANY($1)";
        var ids = command.CreateParameter();
        if (ids is NpgsqlParameter) ids.Value = dossiers;
        else (ids.ParameterName, ids.Value) = ("$ids", JsonSerializer.Serialize(dossiers));
        command.Parameters.Add(ids);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (KeyOf(reader) is { } key) keys[reader.GetInt64(0)] = key;
        }
    }

    private static string? KeyOf(DbDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) || row.GetString(column) is not { Length: > 0 } text ? null : text;
        if (Text(1) is { } number) return "id " + number;
        if (Text(2) is { } tax) return "tax " + tax;
        return Text(3) is { } phone ? $"phone {phone} {FoldedName.Of(row.GetString(4))}" : null;
    }
}
