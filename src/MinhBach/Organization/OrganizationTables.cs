using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization;

internal sealed record AgencyRow(
    long Id, string Code, string Identifier, string Name, string Level, long? ParentId, LocalDate ValidFrom, LocalDate? ValidTo,
    string Fields, string? Address, string? Phone, string FormerNames, long Revision, string? DeskHours);

internal sealed record UnitRow(
    long Id, long AgencyId, string Name, string Kind, string? Phone, string Fields, LocalDate ValidFrom, LocalDate? ValidTo,
    string FormerNames, long Revision);

internal sealed record PostRow(long Id, long UnitId, string Name, string Role, LocalDate ValidFrom, LocalDate? ValidTo, long Revision);

internal sealed record PersonRow(long Id, string Name, string? Phone, string? Email);

internal sealed record HoldingRow(long PostId, long PersonId, LocalDate ValidFrom, LocalDate? ValidTo);

internal sealed record DelegationRow(long Id, long PostId, long PersonId, LocalDate ValidFrom, LocalDate? ValidTo, string Kind, string Reason);

internal sealed record SuccessionRow(long FromId, long ToId, LocalDate SinceDay, long Part, string Basis);

internal sealed record CalendarDayRow(long AgencyId, LocalDate Day, string Kind, string Name, string LegalBasis);

/// <summary>The area of an agency as GeoJSON, and when it was brought in.</summary>
internal sealed record BoundaryRow(long AgencyId, string Geometry, Instant ImportedAt);

/// <summary>One row: whether the organisation was ever filled, whether it is the demo's, and its newest journal entry.</summary>
internal sealed record StateRow(long Id, long Demo, long? LastSequence);

/// <summary>The organisation's tables. What ended keeps its row; nothing is deleted.</summary>
internal sealed class OrganizationTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<AgencyRow>(entity =>
        {
            entity.ToTable("organization_agency").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<UnitRow>(entity =>
        {
            entity.ToTable("organization_unit").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<PostRow>(entity =>
        {
            entity.ToTable("organization_post").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<PersonRow>(entity =>
        {
            entity.ToTable("organization_person").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<HoldingRow>().ToTable("organization_holding").HasKey(row => new { row.PostId, row.PersonId, row.ValidFrom });
        model.Entity<DelegationRow>(entity =>
        {
            entity.ToTable("organization_delegation").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<SuccessionRow>().ToTable("organization_succession").HasKey(row => new { row.FromId, row.ToId });
        model.Entity<CalendarDayRow>().ToTable("organization_calendar_day").HasKey(row => new { row.AgencyId, row.Day });
        model.Entity<BoundaryRow>(entity =>
        {
            entity.ToTable("organization_boundary").HasKey(row => row.AgencyId);
            entity.Property(row => row.AgencyId).ValueGeneratedNever();
        });
        model.Entity<StateRow>(entity =>
        {
            entity.ToTable("organization_state").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
