using System.Data.Common;
using Npgsql;

namespace MinhBach.Mining;

/// <summary>Values for the places $1 … $n of a query, on either database.</summary>
internal static class CommandPlaces
{
    public static void Bind<T>(this DbCommand command, T value)
    {
        var parameter = command.CreateParameter();
        if (parameter is not NpgsqlParameter) parameter.ParameterName = "$" + (command.Parameters.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
