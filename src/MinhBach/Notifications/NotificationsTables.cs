using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Notifications;

/// <summary>A message to a person, kept until a server has taken it. It names no address: that is asked for when it is sent.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public MailKind Kind { get; init; }

    public long PersonId { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The same at every try, so that whoever gets it twice can tell.</summary>
    public required string MessageId { get; init; }

    public Instant QueuedAt { get; init; }

    public MailState State { get; init; }

    /// <summary>How often a node took it to send it.</summary>
    public int Tries { get; init; }

    /// <summary>When it may be taken; while a node has it, when that node counts as lost.</summary>
    public Instant NextAt { get; init; }

    /// <summary>When it came to its end.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Error { get; init; }
}

/// <summary>How far a message is.</summary>
internal enum MailState
{
    /// <summary>It waits to be sent.</summary>
    Waiting,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>It was given up: refused for good, or tried too often.</summary>
    Dead,

    /// <summary>The person has no account with an address.</summary>
    NoAddress,
}

/// <summary>Which mail a person wants.</summary>
internal sealed record ChoiceRow(long PersonId, bool OwnSteps, bool OthersSteps, bool Week);

internal sealed class NotificationsTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<OutboxRow>(entity =>
        {
            entity.ToTable("notifications_outbox").HasKey(row => row.Id);
            entity.Property(row => row.Id).ValueGeneratedNever();
            entity.HasIndex(row => new { row.State, row.NextAt });
        });
        model.Entity<ChoiceRow>(entity =>
        {
            entity.ToTable("notifications_choice").HasKey(row => row.PersonId);
            entity.Property(row => row.PersonId).ValueGeneratedNever();
        });
    }
}
