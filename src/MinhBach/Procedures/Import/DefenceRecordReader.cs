using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Procedures.Import;

/// <summary>Reads the structured set of procedures: a JSON array whose channels, papers and legal bases are tables already.</summary>
internal static partial class DefenceRecordReader
{
    public static IEnumerable<CatalogueRecord> Read(string path)
    {
        foreach (var (record, index) in Parse(path).Select((record, index) => (record, index)))
            yield return Read(record, $"{Path.GetFileName(path)}[{index}]");
    }

    private static CatalogueRecord Read(DefenceRecord record, string place)
    {
        var problems = new List<ReadingProblem>();
        var code = PortalText.Clean(record.Metadata.Code ?? record.Id);
        var rows = record.Tables.Channels.Select(Row).ToList();
        var channels = rows.Select(row => ChannelReader.Read(code, row, problems)).ToList();
        var papers = record.Tables.Papers.Select((paper, index) => Paper(paper, index)).ToList();
        var bases = record.Tables.LegalBases.Select(Basis).ToList();
        var flat = Flat(record, code);
        return RecordAssembly.Assemble(flat, channels, papers.Count == 0 ? [] : [new PaperGroup(null, papers)], bases, Results(flat.Results), problems, place);
    }

    private static NationalRecord Flat(DefenceRecord record, string code) => new()
    {
        Code = code,
        Name = record.Metadata.Name,
        Decision = record.Metadata.Decision,
        Levels = record.Metadata.Levels,
        Kind = record.Metadata.Kind,
        Field = record.Metadata.Field,
        Audiences = record.Content.GetValueOrDefault("đối_tượng_thực_hiện"),
        CompetentAuthority = record.Content.GetValueOrDefault("cơ_quan_có_thẩm_quyền"),
        ProcessingAuthority = record.Content.GetValueOrDefault("cơ_quan_thực_hiện"),
        DelegatedAuthority = record.Content.GetValueOrDefault("cơ_quan_được_ủy_quyền"),
        CoordinatingAgencies = record.Content.GetValueOrDefault("cơ_quan_phối_hợp"),
        ReceivingAddress = record.Content.GetValueOrDefault("địa_chỉ_tiếp_nhận_hs"),
        Sequence = Steps().Replace(record.Content.GetValueOrDefault("trình_tự_thực_hiện") ?? "", "\n"),
        Requirements = record.Content.GetValueOrDefault("yêu_cầu_điều_kiện_thực_hiện"),
        Results = record.Content.GetValueOrDefault("kết_quả_thực_hiện"),
        Channels = string.Join('\n', record.Tables.Channels.Select(row => $"{row.Channel}: {row.Term}; {row.Fee}; {row.Note}")),
        Papers = string.Join('\n', record.Tables.Papers.Select(paper => $"{paper.Name} ({paper.Counts?.Replace('\n', ' ')}) {paper.Form}")),
        LegalBases = string.Join('\n', record.Tables.LegalBases.Select(basis => $"{basis.Number}: {basis.Title}")),
    };

    private static ChannelRow Row(DefenceChannel row)
    {
        var lines = (row.Fee ?? "").Split('\n').Where(line => !line.StartsWith("File đính kèm", StringComparison.Ordinal));
        return new ChannelRow(
            ChannelTable.ChannelOf(row.Channel ?? ""),
            row.Term ?? "",
            [.. lines.Select(PortalText.Clean).Where(line => line.Length > 0).Select(Fee)],
            row.Note ?? "");
    }

    // “Phí : 2.000.000 Đồng (Thẩm định …)”; “Phí :  Đồng” names no amount.
    private static FeeCell Fee(string line)
    {
        var match = FeeLine().Match(line);
        if (!match.Success)
            return new FeeCell(line, null);
        var cell = match.Groups["cell"].Value.Trim();
        var note = match.Groups["note"].Success ? match.Groups["note"].Value : null;
        return NoAmount().IsMatch(cell) ? new FeeCell(PortalText.NoInformation, note) : new FeeCell(cell, note);
    }

    private static ProcedurePaper Paper(DefencePaper paper, int index)
    {
        var counts = Counts().Match(paper.Counts ?? "");
        var file = string.IsNullOrWhiteSpace(paper.Form) ? null : paper.Form.Trim();
        return PaperTable.Paper(index + 1, paper.Name ?? "", Number(counts.Groups["originals"].Value), Number(counts.Groups["copies"].Value), file ?? "");
    }

    private static LegalBasis Basis(DefenceBasis basis)
    {
        var issued = LocalDatePattern.CreateWithInvariantCulture("dd-MM-yyyy").Parse(basis.IssuedOn ?? "");
        var number = PortalText.Clean(basis.Number);
        var title = PortalText.Clean(basis.Title);
        return new LegalBasis(
            number.Length == 0 ? null : number,
            title.Length == 0 ? number : title,
            issued.Success ? issued.Value : (LocalDate?)null,
            PortalText.Clean(basis.Issuer) is { Length: > 0 } issuer ? issuer : null);
    }

    private static List<Result> Results(string? text) =>
        PortalText.Paragraphs(text) is { } said
            ? [.. said.Split('\n').Select(line => new Result(null, line.TrimStart('-', '+', ' ')))]
            : [];

    private static int Number(string digits) => int.TryParse(digits, out var value) ? value : 0;

    private static List<DefenceRecord> Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<List<DefenceRecord>>(file) ?? [];
        }
        catch (JsonException broken)
        {
            throw new CatalogueFileBrokenException(
                $"{Path.GetFileName(path)}, dòng {broken.LineNumber + 1}, ký tự {broken.BytePositionInLine + 1}: không phải danh sách thủ tục đúng dạng ({broken.Path}).", broken);
        }
    }

    [GeneratedRegex(@"^(?<cell>(?:Phí|Lệ phí)\s*:[^(]*?)(?:\((?<note>.*)\))?\s*$", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeeLine();

    [GeneratedRegex(@"^(?:Phí|Lệ phí)\s*:\s*(?:Đồng)?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoAmount();

    [GeneratedRegex(@"Bản chính:\s*(?<originals>\d+)\s*Bản sao:\s*(?<copies>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counts();

    [GeneratedRegex(@"(?<=\S)\s+(?=Bước \d+\s*[:.])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();
}

internal sealed record DefenceRecord
{
    [JsonPropertyName("thu_tuc_id")] public string? Id { get; init; }
    [JsonPropertyName("metadata")] public required DefenceMetadata Metadata { get; init; }
    [JsonPropertyName("content")] public Dictionary<string, string?> Content { get; init; } = [];
    [JsonPropertyName("tables")] public DefenceTables Tables { get; init; } = new();
}

internal sealed record DefenceMetadata
{
    [JsonPropertyName("mã_thủ_tục")] public string? Code { get; init; }
    [JsonPropertyName("tên_thủ_tục")] public string? Name { get; init; }
    [JsonPropertyName("số_quyết_định")] public string? Decision { get; init; }
    [JsonPropertyName("cấp_thực_hiện")] public string? Levels { get; init; }
    [JsonPropertyName("loại_thủ_tục")] public string? Kind { get; init; }
    [JsonPropertyName("lĩnh_vực")] public string? Field { get; init; }
}

internal sealed record DefenceTables
{
    [JsonPropertyName("hinh_thuc_nop")] public IReadOnlyList<DefenceChannel> Channels { get; init; } = [];
    [JsonPropertyName("thanh_phan_ho_so")] public IReadOnlyList<DefencePaper> Papers { get; init; } = [];
    [JsonPropertyName("can_cu_phap_ly")] public IReadOnlyList<DefenceBasis> LegalBases { get; init; } = [];
}

internal sealed record DefenceChannel
{
    [JsonPropertyName("hinh_thuc")] public string? Channel { get; init; }
    [JsonPropertyName("thoi_han_giai_quyet")] public string? Term { get; init; }
    [JsonPropertyName("phi_le_phi")] public string? Fee { get; init; }
    [JsonPropertyName("mo_ta")] public string? Note { get; init; }
}

internal sealed record DefencePaper
{
    [JsonPropertyName("ten_giay_to")] public string? Name { get; init; }

    // The export's column of counts carries the form's file, and its column of notes the counts.
    [JsonPropertyName("so_luong")] public string? Form { get; init; }
    [JsonPropertyName("ghi_chu")] public string? Counts { get; init; }
}

internal sealed record DefenceBasis
{
    [JsonPropertyName("so_ky_hieu")] public string? Number { get; init; }
    [JsonPropertyName("trich_yeu")] public string? Title { get; init; }
    [JsonPropertyName("ngay_ban_hanh")] public string? IssuedOn { get; init; }
    [JsonPropertyName("co_quan_ban_hanh")] public string? Issuer { get; init; }
}
