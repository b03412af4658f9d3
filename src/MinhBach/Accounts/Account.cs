using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace MinhBach.Accounts;

/// <summary>What somebody signs in with. An official's account names the person, whose posts give the rights.</summary>
internal sealed class Account : IdentityUser<long>
{
    public required string FullName { get; set; }

    public long? PersonId { get; set; }

    /// <summary>The post that was chosen last, for people who hold several.</summary>
    public long? ChosenPostId { get; set; }

    public Instant CreatedAt { get; init; }

    /// <summary>Made by the demo's seeder: usable only while the city is a demo.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The password was handed over by somebody else.</summary>
    public bool MustChangePassword { get; set; }
}
