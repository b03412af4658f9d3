using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>
/// The secret printed on a receipt: who has it sees the whole dossier, the code alone shows only progress. It is derived
/// from the dossier and a key in the data folder, so it can be printed again and is stored nowhere.
/// </summary>
public sealed class TrackingSecrets(CityDatabase database)
{
    // Without I, L, O, U, 0 and 1: nothing to mistake when it is read out or typed from paper.
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private readonly Lazy<byte[]> key = new(() => KeyIn(database.DataFolder));

    /// <summary>The secret, as printed: two groups of five letters and figures.</summary>
    public string Of(DossierId dossier)
    {
        Span<byte> id = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(id, dossier.Value);
        var hash = HMACSHA256.HashData(key.Value, id);
        var text = new StringBuilder(11);
        for (var i = 0; i < 10; i++)
        {
            if (i == 5) text.Append('-');
            text.Append(Letters[BinaryPrimitives.ReadUInt16BigEndian(hash.AsSpan(i * 2)) % Letters.Length]);
        }

        return text.ToString();
    }

    /// <summary>Whether somebody typed the dossier's secret; case, spaces and dashes do not matter. Takes the same time for any answer.</summary>
    public bool Matches(DossierId dossier, string? typed)
    {
        var normal = new string([.. (typed ?? "").Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        var right = Of(dossier).Replace("-", "", StringComparison.Ordinal);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(normal), Encoding.UTF8.GetBytes(right));
    }

    private static byte[] KeyIn(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName, "tracking.key");
        if (!File.Exists(path))
        {
            var draft = path + "." + Guid.NewGuid().ToString("N");
            File.WriteAllBytes(draft, RandomNumberGenerator.GetBytes(32));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllBytes(path);
    }
}
