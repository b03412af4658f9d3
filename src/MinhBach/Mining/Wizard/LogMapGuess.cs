using MinhBach.Kernel;
using MinhBach.Mining.Mapping;
using MinhBach.ProcessMining;
using MinhBach.Shell;

namespace MinhBach.Mining.Wizard;

/// <summary>A map as the names in a file suggest it.</summary>
internal static class LogMapGuess
{
    private const int Looked = 1_000;
    private const int MostColumns = 500;

    private static readonly string[] Departments = ["department", "co_quan", "don_vi", "phong_ban"];
    private static readonly string[] Channels = ["channel", "kenh", "hinh_thuc_nop"];
    private static readonly string[] People = ["responsible", "nguoi_thuc_hien", "nguoi_phu_trach", "can_bo"];

    /// <summary>Guesses from the header or the first cases.</summary>
    /// <param name="stream">The file; it can seek.</param>
    /// <param name="fileName">What it is called: the source's first name.</param>
    /// <param name="limits">What is refused.</param>
    /// <exception cref="RuleBroken">It is no log that we read.</exception>
    public static LogMap Of(Stream stream, string fileName, LogLimits limits)
    {
        try
        {
            var columns = ColumnsOf(stream, limits);
            if (columns.Header?.Any(IsNoText) == true) throw new RuleBroken("import.binary", "“{0}” không phải tệp chữ. Nếu là bảng tính, hãy lưu thành CSV (UTF-8) rồi tải lên.", fileName);
            stream.Position = 0;
            var guessed = columns.Header is null ? null : CsvMapping.Guess(columns.Header);
            var dates = LogSummary.Of([ColumnsAsCase(columns.Attributes)]).Dates;
            return new()
            {
                Source = new(NameOf(fileName), SlugOf(fileName)),
                Events = guessed is null ? new() : new()
                {
                    Case = guessed.Case,
                    Activity = guessed.Activity,
                    Timestamp = guessed.Time,
                    Resource = guessed.Resource,
                    Unit = guessed.Unit,
                    Lifecycle = guessed.Lifecycle,
                    Instance = guessed.Instance,
                },
                Cases = new()
                {
                    Due = dates.Due,
                    Done = dates.Done,
                    Start = dates.Start,
                    Department = Named(columns.Attributes, Departments),
                    Channel = Named(columns.Attributes, Channels),
                    Person = Named(columns.Attributes, People),
                },
            };
        }
        catch (LogFormatException refused)
        {
            throw new RuleBroken("mine.format", "Không đọc được “{0}” như một nhật ký: {1}", fileName, refused.Message);
        }
    }

    /// <summary>What can be chosen: the header of a CSV file, null for the others; and the attributes of cases.</summary>
    public static (IReadOnlyList<string>? Header, IReadOnlyList<string> Attributes) ColumnsOf(Stream stream, LogLimits limits)
    {
        var reading = new LogReading { Limits = limits };
        if (LogFormats.Of(stream) == LogFormat.Csv)
        {
            var header = new CsvLogReader(reading: reading).Header(stream);
            return (header, [.. header.Select(CsvColumnsOf.AttributeOf).Take(MostColumns)]);
        }

        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var found in LogFile.Open(stream, reading, map: null).Cases.Take(Looked)) keys.UnionWith(found.Attributes.Keys);
        return (null, [.. keys.Take(MostColumns)]);
    }

    // Pictures, documents and workbooks have them in their first bytes.
    private static bool IsNoText(string header) => header.Any(letter => char.IsControl(letter) || letter == '\uFFFD');

    // Dates are told by the names of attributes alone.
    private static LogCase ColumnsAsCase(IReadOnlyList<string> names)
    {
        var one = new LogCase { Id = "1" };
        foreach (var name in names) one.Attributes[name] = "";
        return one;
    }

    private static string? Named(IReadOnlyList<string> attributes, string[] usual) =>
        usual.Select(name => attributes.FirstOrDefault(attribute => Plain(attribute) == Plain(name))).FirstOrDefault(found => found is not null);

    private static string Plain(string name) => string.Concat(PlainLetters.Of(name).Where(char.IsAsciiLetterOrDigit));

    private static string NameOf(string fileName) => fileName.Length <= LogMapRules.LongestName ? fileName : fileName[..LogMapRules.LongestName];

    private static string SlugOf(string fileName)
    {
        var name = PlainLetters.Of(fileName.Split('.')[0]);
        var slug = string.Join('-', string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length <= LogMapRules.LongestSlug ? slug : slug[..LogMapRules.LongestSlug].TrimEnd('-');
        return LogMapRules.IsSlug(slug) ? slug : "he-thong-cu";
    }
}
