using System.ComponentModel.DataAnnotations;

namespace MinhBach.Accounts;

/// <summary>Limits around signing in.</summary>
public sealed class AccountOptions
{
    /// <summary>Tries to sign in or register, per minute and address (1–1,000,000). Default 10.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerMinute { get; set; } = 10;

    /// <summary>Minutes after which a cookie is compared with the account again (1–60). Default 5.</summary>
    [Range(1, 60)]
    public int RevalidateAfterMinutes { get; set; } = 5;

    /// <summary>Hours without use after which one is signed out (1–24). Default 10.</summary>
    [Range(1, 24)]
    public int SignedInHours { get; set; } = 10;
}
