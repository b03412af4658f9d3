namespace MinhBach.Dossiers;

/// <summary>What one sending may weigh before it is cut off unread; the limits of files are <see cref="UploadOptions"/>.</summary>
internal static class UploadLimits
{
    public const long RequestBytes = 128 * 1_048_576L;
}
