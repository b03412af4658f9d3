using System.CommandLine;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>log …</c>: the public log, from inside and outside of the city.</summary>
internal static class LogCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output) =>
        new("log", words["Nhật ký công khai: kiểm tra, theo dõi, đối chiếu, đổi khóa, đính chính."])
        {
            LogVerifyCommand.Make(words, output),
            LogMonitorCommand.Make(words, output),
            LogCompareCommand.Make(words, output),
            LogKeyCommand.Make(common, words, output),
            LogCorrectCommand.Make(common, words, output),
            LogEraseCommand.Make(common, words, output),
        };
}
