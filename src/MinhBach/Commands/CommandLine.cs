using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary>The one executable: no verb serves, verbs do the rest.</summary>
public static class CommandLine
{
    /// <summary>Exit code for a command line, file or connection that is not what it should be.</summary>
    public const int BadInput = 2;

    /// <summary>Runs what the arguments say.</summary>
    /// <returns>0 done, 1 something was found (<c>check</c>, <c>backup</c>, <c>restore</c>, <c>log</c>), 2 bad input.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter? output = null, TextWriter? errors = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        output ??= Console.Out;
        errors ??= Console.Error;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language(arguments));
        var words = new Words();
        var root = Tree(words, output);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpText)
        {
            errors.WriteLine("minhbach: " + Complaint(words, parsed));
            errors.WriteLine(words["Xem cách dùng: minhbach --help"]);
            return BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
        }
        catch (Exception failure) when (Failures.Sentence(words, failure) is { } sentence)
        {
            errors.WriteLine("minhbach: " + sentence);
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("minhbach: " + words["Đã dừng theo yêu cầu."]);
            return BadInput;
        }
    }

    private static RootCommand Tree(Words words, TextWriter output)
    {
        var common = new CommonOptions(words);
        var root = new RootCommand(words["Hệ thống giải quyết thủ tục hành chính công khai, minh bạch. Không có lệnh nào: phục vụ trên web."]);
        common.AddTo(root);
        ServeCommand.AddTo(root, common, words, output);
        root.Add(ImportCommand.Make(common, words, output));
        root.Add(SimulateCommand.Make(common, words, output));
        root.Add(CheckCommand.Make(common, words, output));
        root.Add(BackupCommand.Make(common, words, output));
        root.Add(RestoreCommand.Make(common, words, output));
        root.Add(MonitoringCommand.Make(common, words, output));
        root.Add(MineCommand.Make(words, output));
        root.Add(ExportCommand.Make(common, words, output));
        root.Add(LogCommand.Make(common, words, output));
        root.Add(WitnessCommand.Make(common, words, output));
        root.Add(AdminCommand.Make(common, words, output));
        root.Add(VersionCommand.Make(words, output));
        foreach (var option in root.Options.OfType<HelpOption>()) (option.Action, option.Description) = (new HelpText(words), words["In hướng dẫn này."]);
        foreach (var option in root.Options.OfType<VersionOption>()) option.Description = words["In phiên bản."];
        return root;
    }

    // Before parsing, because what the parser says is said in this language too.
    private static string Language(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is "--lang=en" || (arguments[i] is "--lang" && i + 1 < arguments.Count && arguments[i + 1] == "en")) return "en";
        }

        return "vi";
    }

    private static string Complaint(Words words, ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0) return words["Không hiểu “{0}” trong dòng lệnh.", parsed.UnmatchedTokens[0]];
        var command = parsed.CommandResult.Command;
        if (command is not RootCommand && command.Subcommands.Count > 0)
            return words["Lệnh “{0}” cần một lệnh con: {1}.", command.Name, string.Join(", ", command.Subcommands.Select(verb => verb.Name))];
        foreach (var argument in command.Arguments.Where(argument => parsed.GetResult(argument) is null or { Tokens.Count: 0 })) return words["Thiếu “{0}”.", argument.Name];
        foreach (var option in command.Options.Where(option => option.Required && parsed.GetResult(option) is null or { Implicit: true } or { Tokens.Count: 0 })) return words["Thiếu “{0}”.", option.Name];
        return parsed.Errors[0].Message;
    }
}
