using System.CommandLine;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Commands;

/// <summary>The options by which somebody says whom to believe, and where memory lies.</summary>
internal sealed class LogTrustOptions(Words words)
{
    public Option<string[]> Keys { get; } = new("--key") { Description = words["Khóa của nhật ký do thành phố công bố (vkey); dùng được nhiều lần. Bỏ trống thì lấy tệp “key” bên cạnh nhật ký"], HelpName = "VKEY" };

    public Option<string?> Policy { get; } = new("--policy") { Description = words["Chính sách tin cậy (C2SP tlog-policy): cần bao nhiêu nhân chứng nào"], HelpName = "FILE" };

    public Option<string> State { get; } = new("--state")
    {
        Description = words["Thư mục ghi nhớ điểm chốt đã thấy và giữ bằng chứng (mặc định: {0})", WatchStore.UsualRoot],
        HelpName = "DIR",
        DefaultValueFactory = _ => WatchStore.UsualRoot,
    };

    public void AddTo(Command command)
    {
        command.Add(Keys);
        command.Add(Policy);
        command.Add(State);
    }

    public WatchTrust Trust(ParseResult parsed) => new()
    {
        Keys = [.. (parsed.GetValue(Keys) ?? []).Select(KeyOf)],
        Policy = parsed.GetValue(Policy) is { } file ? PolicyOf(file) : null,
    };

    public WatchStore Store(ParseResult parsed) => new(Path.GetFullPath(parsed.GetValue(State)!));

    public static VerifierKey KeyOf(string text)
    {
        try
        {
            return VerifierKey.Parse(text);
        }
        catch (LogException broken)
        {
            throw new RuleBroken("log.key", "“{0}” không phải khóa (vkey): {1}", text, broken.Message);
        }
    }

    private static LogPolicy PolicyOf(string file)
    {
        try
        {
            return LogPolicy.Parse(File.ReadAllBytes(file));
        }
        catch (LogException broken)
        {
            throw new RuleBroken("log.policy", "Chính sách tin cậy {0} không đọc được: {1}", file, broken.Message);
        }
    }
}
