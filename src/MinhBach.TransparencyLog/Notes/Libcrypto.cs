using System.Runtime.InteropServices;

namespace MinhBach.TransparencyLog;

/// <summary>The few functions of OpenSSL 3 that are needed.</summary>
internal static partial class Libcrypto
{
    /// <summary>NID_ED25519.</summary>
    public const int Ed25519Type = 1087;

    private const string Library = "libcrypto";

    private static readonly nint Handle = Find(Names());

    static Libcrypto() => NativeLibrary.SetDllImportResolver(
        typeof(Libcrypto).Assembly, (name, _, _) => name == Library ? Handle : 0);

    /// <summary>Ends with a plain reason where OpenSSL 3 is absent.</summary>
    public static void Require() => Require(Handle, Names());

    /// <summary>The address of a function that need not be there; null where it is not.</summary>
    internal static nint Find(string function) => Handle != 0 && NativeLibrary.TryGetExport(Handle, function, out var address) ? address : 0;

    internal static void Require(nint handle, IReadOnlyList<string> names)
    {
        if (handle == 0)
            throw new PlatformNotSupportedException($"Ed25519 needs OpenSSL 3, and none of {string.Join(", ", names)} can be loaded. On Debian: apt-get install libssl3.");
    }

    internal static nint Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, typeof(Libcrypto).Assembly, DllImportSearchPath.SafeDirectories, out var handle)) return handle;
        }

        return 0;
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_private_key")]
    public static partial nint NewPrivateKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    public static partial nint NewPublicKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_get_raw_private_key")]
    public static partial int GetPrivateKey(EvpKey key, Span<byte> bytes, ref nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_get_raw_public_key")]
    public static partial int GetPublicKey(EvpKey key, Span<byte> bytes, ref nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    public static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    public static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestSignInit")]
    public static partial int SignInit(nint context, nint keyContext, nint digest, nint engine, EvpKey key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestSign")]
    public static partial int Sign(nint context, Span<byte> signature, ref nuint signatureLength, ReadOnlySpan<byte> message, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    public static partial int VerifyInit(nint context, nint keyContext, nint digest, nint engine, EvpKey key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    public static partial int Verify(nint context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> message, nuint length);

    [LibraryImport(Library, EntryPoint = "ERR_clear_error")]
    public static partial void ClearErrors();

    private static string[] Names() =>
        OperatingSystem.IsWindows() ? ["libcrypto-3-x64.dll", "libcrypto-3-arm64.dll", "libcrypto-3.dll"]
        : OperatingSystem.IsMacOS() ? ["libcrypto.3.dylib", "/opt/homebrew/lib/libcrypto.3.dylib", "/usr/local/lib/libcrypto.3.dylib"]
        : ["libcrypto.so.3", "libcrypto.so.4"];
}

/// <summary>A key in libcrypto's memory, which libcrypto wipes when it is freed.</summary>
internal sealed class EvpKey : SafeHandle
{
    public EvpKey(nint key)
        : base(0, ownsHandle: true) => SetHandle(key);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Libcrypto.FreeKey(handle);
        return true;
    }
}
