using System.Security.Cryptography;
using MinhBach.Kernel;
using MinhBach.ProcessMining;

namespace MinhBach.Mining.Export;

/// <summary>A key for made-up ids that somebody wants to keep, so that two exports can be joined.</summary>
internal static class ExportKey
{
    private const int Bytes = 32;

    /// <summary>Takes the key in a file, and makes one where there is no file.</summary>
    /// <exception cref="RuleBroken">The file holds something else.</exception>
    public static Pseudonyms Of(string path)
    {
        if (File.Exists(path))
        {
            var text = File.ReadAllText(path).Trim();
            return text.Length == Bytes * 2 && text.All(char.IsAsciiHexDigit)
                ? Pseudonyms.Under(Convert.FromHexString(text))
                : throw new RuleBroken("export.key", "Tệp khóa “{0}” phải là {1} chữ số thập lục phân; đặt tên tệp chưa có để tạo khóa mới.", path, Bytes * 2);
        }

        var key = RandomNumberGenerator.GetBytes(Bytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // Whoever has it can check a guess of a name.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.WriteLine(Convert.ToHexStringLower(key));
        return Pseudonyms.Under(key);
    }
}
