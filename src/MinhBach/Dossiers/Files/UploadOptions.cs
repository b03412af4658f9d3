using System.ComponentModel.DataAnnotations;

namespace MinhBach.Dossiers;

/// <summary>How much a person may hand in with one dossier. The pages say it before anything is chosen.</summary>
public sealed class UploadOptions
{
    /// <summary>The most one file may weigh, in megabytes of 1,048,576 bytes (1–100). Default 20.</summary>
    [Range(1, 100)]
    public int FileMegabytes { get; set; } = 20;

    /// <summary>Files a dossier may have (1–200). Default 20.</summary>
    [Range(1, 200)]
    public int DossierFiles { get; set; } = 20;

    /// <summary>What all files of a dossier may weigh together, in megabytes (1–1000). Default 100.</summary>
    [Range(1, 1000)]
    public int DossierMegabytes { get; set; } = 100;

    internal long FileBytes => FileMegabytes * 1_048_576L;

    internal long DossierBytes => DossierMegabytes * 1_048_576L;
}
