using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>
/// The one EF Core context. Modules query their own entity types with <see cref="DbContext.Set{TEntity}()"/>;
/// nothing is tracked unless asked for. Writes belong in a <see cref="WriteSession"/>; where a library must save by
/// itself (ASP.NET Core Identity), saving passes the write gate so that SQLite has one writer at a time.
/// </summary>
public sealed class CityDb : DbContext
{
    private readonly WriteGate? gate;

    /// <summary>A context for reading, and for libraries that save by themselves.</summary>
    public CityDb(DbContextOptions<CityDb> options, IEnumerable<ITableMap> maps, WriteGate gate)
        : this(options, [.. maps], gate: gate)
    {
    }

    internal CityDb(DbContextOptions<CityDb> options, IReadOnlyList<ITableMap> maps, WriteGate? gate)
        : base(options)
    {
        Maps = maps;
        this.gate = gate;
    }

    internal IReadOnlyList<ITableMap> Maps { get; }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (gate is null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var passed = await gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantToMicroseconds>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateToText>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var map in Maps) map.Map(modelBuilder);
        ColumnNames.ToSnakeCase(modelBuilder);
    }
}
