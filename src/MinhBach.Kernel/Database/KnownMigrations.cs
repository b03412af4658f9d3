using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MinhBach.Kernel;

/// <summary>The changes of the schema that this program knows.</summary>
internal sealed class KnownMigrations
{
    private readonly SortedDictionary<string, Type> types;

    private KnownMigrations(IEnumerable<Type> types) =>
        this.types = new(types.ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id), StringComparer.Ordinal);

    public IReadOnlyCollection<string> Ids => types.Keys;

    public static KnownMigrations Of(string assembly) =>
        new(Assembly.Load(assembly).GetTypes().Where(type => type.IsSubclassOf(typeof(Migration))));

    /// <summary>The tables that a migration makes.</summary>
    public IEnumerable<string> TablesOf(string id, string provider)
    {
        var migration = (Migration)Activator.CreateInstance(types[id])!;
        migration.ActiveProvider = provider;
        return migration.UpOperations.OfType<CreateTableOperation>().Select(table => table.Name);
    }
}
