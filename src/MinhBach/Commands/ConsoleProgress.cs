using System.Globalization;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary>A line that shows how far long work is: rewritten on a terminal, one line for each tenth elsewhere.</summary>
internal sealed class ConsoleProgress(Words words, TextWriter output) : IProgress<StartProgress>
{
    private readonly bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
    private readonly CultureInfo language = CultureInfo.CurrentUICulture;
    private readonly Lock writing = new();
    private string said = "";
    private int tenth = -1;
    private int width;

    public void Report(StartProgress value)
    {
        lock (writing)
        {
            CultureInfo.CurrentUICulture = language;
            var news = value.Sentence != said;
            var now = value.Share is { } share ? (int)(share * 10) : -1;
            if (news) End();
            if (!terminal && !news && now <= tenth) return;
            (said, tenth) = (value.Sentence, now);
            var line = Line(value);
            if (!terminal) output.WriteLine(line);
            else output.Write("\r" + line.PadRight(width));
            width = line.Length;
        }
    }

    /// <summary>Ends the rewritten line.</summary>
    public void End()
    {
        if (terminal && width > 0) output.WriteLine();
        width = 0;
    }

    private string Line(StartProgress value)
    {
        var text = words[value.Sentence, value.Values];
        if (value.Share is not { } share) return text + " …";
        var filled = (int)(Math.Clamp(share, 0, 1) * 20);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('█', filled)}{new string('░', 20 - filled)}] {share * 100,3:F0} % {text}");
    }
}
