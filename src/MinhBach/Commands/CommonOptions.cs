using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions(Words words)
{
    private static readonly CityOptions Defaults = new();

    public Option<string> Data { get; } = new("--data")
    {
        Description = words["Thư mục dữ liệu (mặc định: {0})", Defaults.DataFolder],
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => Defaults.DataFolder,
    };

    public Option<string?> Database { get; } = new("--database")
    {
        Description = words["Chuỗi kết nối PostgreSQL; bỏ trống thì dùng SQLite trong thư mục dữ liệu"],
        HelpName = "CONNECTION",
        Recursive = true,
        CustomParser = result => Checked(result, text => ConnectionText.Check(words, text)),
    };

    public Option<string> Language { get; } = new Option<string>("--lang")
    {
        Description = words["Ngôn ngữ của dòng lệnh: vi hoặc en (mặc định: vi)"],
        HelpName = "vi|en",
        Recursive = true,
        DefaultValueFactory = _ => "vi",
        CustomParser = result => Checked(result, text => text is "vi" or "en" ? null : words["--lang: “{0}” không phải vi hoặc en.", text]),
    };

    public Option<string> Urls { get; } = new("--urls")
    {
        Description = words["Địa chỉ phục vụ, cách nhau bằng dấu chấm phẩy (mặc định: {0})", Defaults.Urls],
        HelpName = "URLS",
        DefaultValueFactory = _ => Defaults.Urls,
        CustomParser = result => Checked(result, text => AddressText.Check(words, text)),
    };

    public Option<bool> Demo { get; } = new("--demo")
    {
        Description = words["Tạo thành phố mẫu khi cơ sở dữ liệu còn trống: true hoặc false (mặc định: true)"],
        HelpName = "true|false",
        DefaultValueFactory = _ => true,
        CustomParser = result =>
        {
            // The option alone means true.
            if (result.Tokens.Count == 0 || result.Tokens[0].Value == "true") return true;
            if (result.Tokens[0].Value != "false") result.AddError(words["--demo: “{0}” không phải true hoặc false.", result.Tokens[0].Value]);
            return false;
        },
        Arity = ArgumentArity.ZeroOrOne,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(Data);
        root.Add(Database);
        root.Add(Language);
        root.Add(Urls);
        root.Add(Demo);
    }

    public CityOptions Read(ParseResult parsed) => new()
    {
        DataFolder = parsed.GetValue(Data)!,
        Database = parsed.GetValue(Database),
        Urls = parsed.GetValue(Urls) ?? Defaults.Urls,
        Demo = parsed.GetValue(Demo),
    };

    public static Option<int> Number(Words words, string name, string description, int fallback, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
            result.AddError(words["{0}: “{1}” không phải số từ {2} đến {3}.", name, text, min, max]);
            return fallback;
        },
    };

    private static string Checked(ArgumentResult result, Func<string, string?> complain)
    {
        var text = result.Tokens[0].Value;
        if (complain(text) is { } complaint) result.AddError(complaint);
        return text;
    }
}
