using System.CommandLine;
using System.CommandLine.Invocation;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary>What --help prints, in the language of --lang.</summary>
internal sealed class HelpText(Words words) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine(words["Cách dùng:"]);
        output.WriteLine($"  {Usage(parseResult)}");
        Section(output, words["Lệnh:"], command.Subcommands.Select(verb => (verb.Name, verb.Description)));
        Section(output, words["Tham số:"], command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(output, words["Tùy chọn:"], Options(parseResult).Select(option => (Name(option), option.Description)));
        output.WriteLine();
        output.WriteLine(words["English: minhbach --help --lang en"]);
        return 0;
    }

    private static string Usage(ParseResult parsed)
    {
        var parts = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            parts.Insert(0, result.Command is RootCommand ? "minhbach" : result.Command.Name);
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0) parts.Add(command is RootCommand ? "[VERB]" : "VERB");
        parts.AddRange(command.Arguments.Select(argument => argument.Name));
        parts.Add("[OPTIONS]");
        return string.Join(' ', parts);
    }

    private static IEnumerable<Option> Options(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var own = command.Options.Where(option => !option.Hidden);
        return command is RootCommand ? own : own.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)).Distinct();
    }

    private static string Name(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0) return;
        var width = lines.Max(line => line.Name.Length) + 2;
        output.WriteLine();
        output.WriteLine(title);
        foreach (var (name, description) in lines) output.WriteLine($"  {name.PadRight(width)}{description}");
    }
}
