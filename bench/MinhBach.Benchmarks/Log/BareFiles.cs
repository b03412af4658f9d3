using System.Globalization;
using System.Runtime.InteropServices;

namespace MinhBach.Benchmarks.Log;

/// <summary>The files of a log by the kernel's bare calls, straight at their places and brought onto the disk by one call a commit: what the disk allows.</summary>
internal static unsafe partial class BareFiles
{
    private const int WriteOnlyCreateTruncate = 0x1 | 0x40 | 0x200;
    private const int Everybody = 0x1A4;
    private const int Thousand = 1000;
    private const int TileBytes = 256 * 32;

    /// <summary>Writes bundles of 256 entries with the tile above each.</summary>
    /// <param name="root">An empty folder.</param>
    /// <param name="bytes">The entries, one behind the other.</param>
    /// <param name="bundleBytes">How many of them a bundle has.</param>
    /// <param name="bundlesAtOnce">Bundles of a commit.</param>
    public static void Write(string root, ReadOnlySpan<byte> bytes, int bundleBytes, int bundlesAtOnce)
    {
        Directory.CreateDirectory(root);
        var top = Opened(root, 0);
        int[] folders = [];
        fixed (byte* first = bytes)
        {
            var bundles = bytes.Length / bundleBytes;
            for (var i = 0; i < bundles; i++)
            {
                if (i % Thousand == 0)
                {
                    Array.ForEach(folders, folder => _ = Close(folder));
                    folders = [Folder(root, "entries", i / Thousand), Folder(root, "0", i / Thousand)];
                }

                var name = (i % Thousand).ToString("000", CultureInfo.InvariantCulture);
                File(folders[0], name, first + ((long)i * bundleBytes), bundleBytes);
                File(folders[1], name, first + ((long)i * bundleBytes), TileBytes);
                if ((i + 1) % bundlesAtOnce == 0 && SyncFileSystem(top) != 0) throw new IOException("syncfs failed.");
            }
        }

        Array.ForEach(folders, folder => _ = Close(folder));
        _ = Close(top);
    }

    private static int Folder(string root, string level, int thousand) =>
        Opened(Directory.CreateDirectory(Path.Combine(root, level, string.Create(CultureInfo.InvariantCulture, $"x{thousand:000}"))).FullName, 0);

    private static int Opened(string path, int flags)
    {
        var descriptor = OpenAt(-100, path, flags, 0);
        return descriptor >= 0 ? descriptor : throw new IOException($"{path} cannot be opened.");
    }

    private static void File(int folder, string name, byte* bytes, int length)
    {
        var file = OpenAt(folder, name, WriteOnlyCreateTruncate, Everybody);
        if (file < 0 || WriteAll(file, bytes, (nuint)length) != length) throw new IOException($"{name} cannot be written.");
        _ = Close(file);
    }

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAt(int folder, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint WriteAll(int file, byte* bytes, nuint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "syncfs")]
    private static partial int SyncFileSystem(int descriptor);
}
