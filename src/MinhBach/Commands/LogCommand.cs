using System.CommandLine;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>log …</c>: the public log, from inside and outside of the city.</summary>
internal static class LogCommand
{
    public static Command Make(Words words, TextWriter output) =>
        new("log", words["Sổ minh bạch: kiểm tra, theo dõi, đối chiếu."])
        {
            LogVerifyCommand.Make(words, output),
            LogMonitorCommand.Make(words, output),
            LogCompareCommand.Make(words, output),
        };
}
