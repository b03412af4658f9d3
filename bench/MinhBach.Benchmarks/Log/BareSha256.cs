using System.Runtime.InteropServices;

namespace MinhBach.Benchmarks.Log;

/// <summary>SHA-256 of OpenSSL without anything between: the functions that look nothing up.</summary>
internal static unsafe partial class BareSha256
{
    private const string Library = "libcrypto.so.3";

    // sizeof(SHA256_CTX) is 112.
    private const int ContextBytes = 128;

    /// <summary>Hashes each of the entries that lie one behind the other; answers something of all hashes.</summary>
    public static long HashAll(ReadOnlySpan<byte> bytes, int entryBytes)
    {
        var context = stackalloc byte[ContextBytes];
        var hash = stackalloc byte[32];
        long sum = 0;
        fixed (byte* first = bytes)
        {
            for (var at = 0; at < bytes.Length; at += entryBytes)
            {
                _ = Init(context);
                _ = Update(context, first + at, (nuint)entryBytes);
                _ = Final(hash, context);
                sum ^= *(long*)hash;
            }
        }

        return sum;
    }

    // They do not wait and call nothing back.
    [LibraryImport(Library, EntryPoint = "SHA256_Init"), SuppressGCTransition]
    private static partial int Init(byte* context);

    [LibraryImport(Library, EntryPoint = "SHA256_Update"), SuppressGCTransition]
    private static partial int Update(byte* context, byte* data, nuint length);

    [LibraryImport(Library, EntryPoint = "SHA256_Final"), SuppressGCTransition]
    private static partial int Final(byte* hash, byte* context);
}
