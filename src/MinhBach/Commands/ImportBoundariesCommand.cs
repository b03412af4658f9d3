using System.CommandLine;
using MinhBach.Kernel;
using MinhBach.Organization.Boundaries;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>import boundaries PATH</c>: brings the areas of wards and communes in, for the map.</summary>
internal static class ImportBoundariesCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var path = new Argument<string>("PATH") { Description = words["Tệp GeoJSON ranh giới phường, xã, hoặc thư mục có các tệp như vậy"] };
        var code = new Option<string?>("--code") { Description = words["Thuộc tính chứa mã phường, xã; mặc định thử các tên thường gặp"] };
        var name = new Option<string?>("--name") { Description = words["Thuộc tính chứa tên phường, xã, cho đối tượng không có mã; mặc định thử các tên thường gặp"] };
        var command = new Command("boundaries", words["Nạp ranh giới phường, xã cho bản đồ; hình được đơn giản hóa, chạy lại thì thay hình cũ."]) { path, code, name };
        command.SetAction(async (parsed, cancellation) =>
        {
            var files = await ReadAsync(parsed.GetValue(path)!, words, cancellation);
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            var result = await app.Services.GetRequiredService<ImportBoundaries>().RunAsync(files, Actor.System, parsed.GetValue(code), parsed.GetValue(name), cancellation);
            output.WriteLine(words["Ranh giới: {0} đối tượng trong tệp, {1} trên {2} phường, xã có ranh giới mới.", result.Features, result.Taken, result.Standing]);
            foreach (var problem in result.Problems) output.WriteLine("  " + problem);
            return result.Taken == 0 ? 1 : 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)>> ReadAsync(string path, Words words, CancellationToken cancellation)
    {
        string[] names = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".geojson" or ".json").Order(StringComparer.Ordinal)]
            : [path];
        if (names.Length == 0) throw new FormatException(words["Thư mục “{0}” không có tệp .geojson hay .json nào.", path]);
        var files = new List<(string, ReadOnlyMemory<byte>)>();
        foreach (var file in names) files.Add((Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellation)));
        return files;
    }
}
