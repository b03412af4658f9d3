using System.Text.Json;

namespace MinhBach.Organization.Import;

/// <summary>A ward or commune as a file of administrative units writes it.</summary>
internal sealed record FileUnit(string Code, string Kind, string Name);

/// <summary>
/// Reads the wards and communes of one province from JSON: an array of provinces with Code and Wards, each ward with Code,
/// Name and AdministrativeUnitShortName or, in its short form, FullName (the layout of the public vietnamese-provinces-database).
/// </summary>
internal static class UnitsFile
{
    public static (IReadOnlyList<FileUnit> Units, IReadOnlyList<string> Problems) Read(Stream json, string province)
    {
        using var document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array) throw new FormatException("Tệp phải là một mảng JSON các tỉnh, thành phố.");
        var found = document.RootElement.EnumerateArray().FirstOrDefault(item => Text(item, "Code") == province);
        if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty("Wards", out var wards) || wards.ValueKind != JsonValueKind.Array)
            throw new FormatException($"Tệp không có tỉnh, thành phố mã “{province}” với danh sách “Wards”.");

        var units = new List<FileUnit>();
        var problems = new List<string>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var ward in wards.EnumerateArray())
        {
            number++;
            var (code, name, kind) = (Text(ward, "Code"), Text(ward, "Name"), KindOf(ward));
            if (code is not { Length: 5 } || !code.All(char.IsAsciiDigit)) problems.Add($"Mục {number}: mã “{code}” không phải 5 chữ số.");
            else if (string.IsNullOrWhiteSpace(name)) problems.Add($"Mục {number} (mã {code}): thiếu tên.");
            else if (kind is not ("phường" or "xã" or "đặc khu")) problems.Add($"Mục {number} (mã {code}): loại “{kind}” không phải phường, xã hay đặc khu.");
            else if (!codes.Add(code)) problems.Add($"Mục {number}: mã {code} lặp lại.");
            else units.Add(new(code, kind, name.Trim().Normalize()));
        }

        return (units, problems);
    }

    private static string? KindOf(JsonElement ward)
    {
        var kind = Text(ward, "AdministrativeUnitShortName")?.ToLowerInvariant();
        if (kind is not null || Text(ward, "FullName") is not { } full || Text(ward, "Name") is not { } name) return kind;
        return full.EndsWith(" " + name, StringComparison.Ordinal) ? full[..^(name.Length + 1)].ToLowerInvariant() : null;
    }

    private static JsonDocument Parse(Stream json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException error)
        {
            throw new FormatException($"Tệp không phải JSON hợp lệ: dòng {error.LineNumber + 1}, ký tự {error.BytePositionInLine + 1}.", error);
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
