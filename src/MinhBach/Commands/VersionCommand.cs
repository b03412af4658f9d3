using System.CommandLine;
using System.Reflection;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>version</c>.</summary>
internal static class VersionCommand
{
    public static Command Make(Words words, TextWriter output)
    {
        var command = new Command("version", words["In phiên bản."]);
        command.SetAction(_ =>
        {
            var version = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            output.WriteLine($"minhbach {version}");
            return 0;
        });
        return command;
    }
}
