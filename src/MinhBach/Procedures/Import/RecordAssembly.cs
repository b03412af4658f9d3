using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;

namespace MinhBach.Procedures.Import;

/// <summary>Makes a version of what was read, with the published text kept beside it.</summary>
internal static class RecordAssembly
{
    public static CatalogueRecord Assemble(
        NationalRecord record,
        IReadOnlyList<ChannelTerm> channels,
        IReadOnlyList<PaperGroup> papers,
        IReadOnlyList<LegalBasis> legalBases,
        IReadOnlyList<Result> results,
        List<ReadingProblem> problems,
        string place)
    {
        var code = PortalText.Clean(record.Code);
        var name = PortalText.Clean(record.Name);
        if (!ProcedureCode.IsCode(code))
            problems.Add(ReadingProblem.At(code.Length == 0 ? place : code, "Mã thủ tục", code, "không phải mã thủ tục dạng n.nnnnnn"));
        if (name.Length == 0)
            problems.Add(ReadingProblem.At(code, "Tên thủ tục", "", "không có tên"));
        var levels = TraitReader.Levels(record.Levels);
        if (levels.Count == 0)
            problems.Add(ReadingProblem.At(code, "Cấp thực hiện", record.Levels ?? "", "không nhận ra cấp"));

        var online = channels.Any(channel => channel.Channel == Channel.Online);
        var version = new ProcedureVersion
        {
            Id = default,
            ProcedureId = default,
            Code = code,
            Number = 0,
            Name = name,
            Field = PortalText.Clean(record.Field) is { Length: > 0 } field ? field : "Lĩnh vực khác",
            Levels = levels.Count == 0 ? [ProcedureLevel.Other] : levels,
            Audiences = TraitReader.Audiences(record.Audiences) is { Count: > 0 } audiences ? audiences : [Audience.Other],
            // The export says which channels are open, not how far the online one goes.
            OnlineLevel = online ? OnlineLevel.Partial : OnlineLevel.None,
            EffectiveFrom = LocalDate.MinIsoValue,
            DecisionNumber = Said(record.Decision),
            Kind = Said(record.Kind),
            CompetentAuthority = Said(record.CompetentAuthority),
            ProcessingAuthority = Said(record.ProcessingAuthority),
            ReceivingAddress = Said(record.ReceivingAddress),
            DelegatedAuthority = Said(record.DelegatedAuthority),
            CoordinatingAgencies = Said(record.CoordinatingAgencies),
            RelatedProcedures = Said(record.Related),
            Sequence = Said(record.Sequence),
            Requirements = Said(record.Requirements),
            Cases = CaseBuilder.Build(channels, papers),
            LegalBases = legalBases,
            Results = results,
            ProcessXml = "",
            Original = Original(record),
            Source = ProcedureSource.Imported,
            Unverified = online ? ["onlineLevel"] : [],
        };
        return new CatalogueRecord(version, problems, RecordDetail.Full, Hash(record));
    }

    private static string Hash(NationalRecord record) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(record)));

    private static string? Said(string? text) => PortalText.Paragraphs(text);

    private static Dictionary<string, string> Original(NationalRecord record)
    {
        var original = new Dictionary<string, string>(StringComparer.Ordinal);
        Keep("Cách thức thực hiện", record.Channels);
        Keep("Thành phần hồ sơ", record.Papers);
        Keep("Căn cứ pháp lý", record.LegalBases);
        Keep("Kết quả thực hiện", record.Results);
        Keep("Đối tượng thực hiện", record.Audiences);
        Keep("Cấp thực hiện", record.Levels);
        return original;

        void Keep(string field, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                original[field] = text;
        }
    }
}
