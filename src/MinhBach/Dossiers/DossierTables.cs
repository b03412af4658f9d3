using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

internal sealed class DossierRow
{
    public long Id { get; init; }
    public required string Code { get; init; }
    public long ProcedureId { get; init; }
    public long VersionId { get; init; }
    public required string CaseKey { get; init; }
    public required string Field { get; init; }
    public long AgencyId { get; init; }
    public int Channel { get; init; }
    public int OnlineLevel { get; init; }
    public int Status { get; init; }
    public required string ApplicantName { get; init; }

    /// <summary>The name as it is looked for (<see cref="FoldedName"/>).</summary>
    public string? ApplicantFolded { get; init; }
    public Instant SubmittedAt { get; init; }
    public Instant? ReceivedAt { get; init; }
    public LocalDate? FirstDueDate { get; init; }
    public LocalDate? DueDate { get; init; }
    public Instant? DueAt { get; init; }
    public Instant? CompletedAt { get; init; }
    public Instant? ReturnedAt { get; init; }
    public int? Outcome { get; init; }
    public long Revision { get; init; }
    public long? LastSequence { get; init; }
    public required string State { get; init; }
}

/// <summary>A step on somebody's desk, open while EndedAt is null.</summary>
internal sealed class TaskRow
{
    public long DossierId { get; init; }
    public int Task { get; init; }

    /// <summary>The dossier's, said here so that lists of steps need not look into each dossier.</summary>
    public long ProcedureId { get; init; }
    public required string Node { get; init; }
    public required string Name { get; init; }
    public string? Role { get; init; }
    public long AgencyId { get; init; }
    public long UnitId { get; init; }
    public long? PersonId { get; init; }
    public string? PersonName { get; init; }
    public Instant OpenedAt { get; init; }
    public Instant? ClaimedAt { get; init; }
    public Instant? DueAt { get; init; }
    public Instant? EndedAt { get; init; }
    public long? EndedBy { get; init; }
    public string? EndedByName { get; init; }

    /// <summary>done, returned, cancelled or answered.</summary>
    public string? Ending { get; init; }
    public string? Choice { get; init; }
    public string? Note { get; init; }
    public string? Question { get; init; }
}

internal sealed class TimerRow
{
    /// <summary>The number under which the closing of an unanswered supplement is kept.</summary>
    public const int SupplementTimer = -1;

    public long DossierId { get; init; }
    public int Timer { get; init; }
    public Instant DueAt { get; init; }
}

internal sealed class ApplicantRow
{
    public long DossierId { get; init; }
    public int Kind { get; init; }
    public required string Name { get; init; }
    public string? NationalId { get; init; }
    public LocalDate? BirthDate { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
    public string? OrganizationName { get; init; }
    public string? TaxCode { get; init; }
    public string? Representative { get; init; }
    public long? AccountId { get; init; }

    /// <summary>The form's answers as JSON, by field key.</summary>
    public required string Answers { get; init; }

    /// <summary>How the result is to be handed over: desk, post or electronic.</summary>
    public string? ResultBy { get; init; }
}

internal sealed class PaperRow
{
    public long Id { get; init; }
    public long DossierId { get; init; }
    public required string Key { get; init; }
    public required string Name { get; init; }
    public int Form { get; init; }
    public int Count { get; init; }
    public long? FileId { get; init; }
    public Instant AddedAt { get; init; }
    public bool Supplement { get; init; }
}

internal sealed class FileRow
{
    public long Id { get; init; }
    public long? DossierId { get; init; }
    public string? Draft { get; init; }
    public required string Name { get; init; }
    public required string MediaType { get; init; }
    public long Length { get; init; }
    public required string Sha256 { get; init; }
    public Instant AddedAt { get; init; }
}

internal sealed class DraftRow
{
    public required string Token { get; init; }
    public required string ProcedureCode { get; init; }
    public required string Content { get; init; }
    public Instant UpdatedAt { get; init; }
    public long? AccountId { get; init; }

    /// <summary>What it became when it was handed in; its content is empty then.</summary>
    public long? DossierId { get; init; }
}

internal sealed class DossierTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<DossierRow>(entity =>
        {
            entity.ToTable("dossiers_dossier").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => row.Code).IsUnique();
            entity.HasIndex(row => new { row.AgencyId, row.ApplicantFolded });
        });
        model.Entity<TaskRow>(entity =>
        {
            entity.ToTable("dossiers_task").HasKey(row => new { row.DossierId, row.Task });
            entity.HasIndex(row => new { row.UnitId, row.DueAt }).HasFilter("ended_at IS NULL");
            entity.HasIndex(row => new { row.PersonId, row.DueAt }).HasFilter("ended_at IS NULL");
            entity.HasIndex(row => new { row.EndedBy, row.EndedAt }).HasFilter("ended_at IS NOT NULL");
        });
        model.Entity<TimerRow>(entity =>
        {
            entity.ToTable("dossiers_timer").HasKey(row => new { row.DossierId, row.Timer });
            entity.HasIndex(row => row.DueAt);
        });
        model.Entity<ApplicantRow>(entity =>
        {
            entity.ToTable("dossiers_applicant").HasKey(row => row.DossierId);
            entity.Property(row => row.DossierId).ValueGeneratedNever();
            entity.HasIndex(row => row.AccountId).HasFilter("account_id IS NOT NULL");
            entity.HasIndex(row => row.NationalId).HasFilter("national_id IS NOT NULL");
            entity.HasIndex(row => row.Phone).HasFilter("phone IS NOT NULL");
        });
        model.Entity<PaperRow>(entity =>
        {
            entity.ToTable("dossiers_paper").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => row.DossierId);
        });
        model.Entity<FileRow>(entity =>
        {
            entity.ToTable("dossiers_file").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => row.DossierId);
            entity.HasIndex(row => row.Draft).HasFilter("draft IS NOT NULL");
        });
        model.Entity<DraftRow>(entity =>
        {
            entity.ToTable("dossiers_draft").HasKey(row => row.Token);
            entity.HasIndex(row => row.AccountId).HasFilter("account_id IS NOT NULL");
            entity.HasIndex(row => row.UpdatedAt);
        });
    }
}
