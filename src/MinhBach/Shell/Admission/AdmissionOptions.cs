using System.ComponentModel.DataAnnotations;

namespace MinhBach.Shell;

/// <summary>How much is answered at once.</summary>
public sealed class AdmissionOptions
{
    /// <summary>
    /// Requests in the middle of being answered (16–10,000) before more are sent away with 503; visitors may take three quarters
    /// of them. Default 256: on two cores the last of them waits some half a second.
    /// </summary>
    [Range(16, 10_000)]
    public int AtOnce { get; set; } = 256;
}
