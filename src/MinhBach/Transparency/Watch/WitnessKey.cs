using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>A witness's own key: made at its first start, in a file that its owner alone can read.</summary>
internal static class WitnessKey
{
    private const string FileName = "witness.key";

    /// <summary>Reads the key, or makes it.</summary>
    /// <param name="folder">The witness's folder.</param>
    /// <param name="name">The witness's name; needed at the first start, later it has to be the same.</param>
    /// <exception cref="RuleBroken">There is neither key nor name, or another name.</exception>
    /// <exception cref="LogException">The file is open to others, or the name cannot be a key's.</exception>
    public static SignerKey Open(string folder, string? name)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, FileName);
        if (File.Exists(path))
        {
            var kept = SignerKeyFile.Read(path);
            if (name is null || name == kept.Verifier.Name) return kept;
            kept.Dispose();
            throw new RuleBroken("witness.name", "Khóa trong {0} mang tên “{1}”, không phải “{2}”. Một nhân chứng không đổi tên; tên khác thì dùng thư mục khác.", path, kept.Verifier.Name, name);
        }

        if (string.IsNullOrEmpty(name)) throw new RuleBroken("witness.noName", "Lần chạy đầu cần --name: tên của nhân chứng, thường là một tên miền của tổ chức, ví dụ nhan-chung.bao.example.");
        var key = SignerKey.Generate(name, SignatureKind.Cosignature);
        SignerKeyFile.Create(path, key);
        return key;
    }
}
