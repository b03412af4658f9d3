using System.Runtime.InteropServices;

namespace MinhBach.TransparencyLog;

/// <summary>What the framework does not offer: to bring a folder's names, or a whole file system, onto the disk.</summary>
internal static partial class Posix
{
    private const int ReadOnly = 0;

    /// <summary>Brings everything that was written on the file system of a folder onto the disk. Linux only.</summary>
    public static void SyncFileSystem(string folder) => Sync(folder, SyncFs, "syncfs");

    /// <summary>Brings the names in a folder onto the disk; on Windows they are kept by the file system's own journal.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsWindows()) Sync(folder, FSync, "fsync");
    }

    private static void Sync(string folder, Func<int, int> sync, string name)
    {
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0) throw Failure("open", folder);
        try
        {
            if (sync(descriptor) != 0) throw Failure(name, folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string call, string folder) =>
        new($"{call} of {folder}: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFs(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
