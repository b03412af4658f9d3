using System.Globalization;
using MinhBach.Procedures.Import;
using MinhBach.Procedures.Process;

namespace MinhBach.Procedures.Edit;

/// <summary>Turns a version into fields, and fields back into a version or into messages beside them.</summary>
internal static class EditForm
{
    private const int MaxText = 20_000;
    private const int BlankRows = 2;

    public static EditInput Of(ProcedureVersion version, long revision) => new()
    {
        Revision = revision,
        Name = version.Name,
        Field = version.Field,
        Levels = [.. version.Levels.Select(level => level.ToString())],
        Audiences = [.. version.Audiences.Select(audience => audience.ToString())],
        OnlineLevel = version.OnlineLevel.ToString(),
        DecisionNumber = version.DecisionNumber,
        CompetentAuthority = version.CompetentAuthority,
        ProcessingAuthority = version.ProcessingAuthority,
        DelegatedAuthority = version.DelegatedAuthority,
        CoordinatingAgencies = version.CoordinatingAgencies,
        ReceivingAddress = version.ReceivingAddress,
        Sequence = version.Sequence,
        Requirements = version.Requirements,
        Results = string.Join('\n', version.Results.Select(result => result.Name)),
        LegalBases = string.Join('\n', version.LegalBases.Select(basis => $"{basis.Number} | {basis.Title}")),
        Cases = [.. version.Cases.Select(Of)],
        Steps = [.. version.Steps.Select(Of)],
    };

    /// <summary>Empty rows at the end of every list, to write new ones into.</summary>
    public static EditInput WithBlankRows(EditInput input)
    {
        foreach (var one in input.Cases)
        {
            Fill(one.Papers, BlankRows, paper => string.IsNullOrWhiteSpace(paper.Name));
            Fill(one.Channels, 1, channel => string.IsNullOrWhiteSpace(channel.Channel));
        }

        Fill(input.Steps, BlankRows, step => string.IsNullOrWhiteSpace(step.Name));
        return input;
    }

    /// <summary>The version that the fields say, on the ground of the one that was opened.</summary>
    /// <param name="input">The fields.</param>
    /// <param name="before">The version that was opened: what the editor does not show is kept.</param>
    /// <param name="wrong">Told the field and what to do about it.</param>
    public static ProcedureVersion Read(EditInput input, ProcedureVersion before, Action<string, string> wrong)
    {
        if (string.IsNullOrWhiteSpace(input.Name))
            wrong("Input.Name", "Nhập tên thủ tục");
        if (string.IsNullOrWhiteSpace(input.Field))
            wrong("Input.Field", "Nhập lĩnh vực");
        var levels = Values<ProcedureLevel>(input.Levels);
        if (levels.Count == 0)
            wrong("Input.Levels", "Chọn ít nhất một cấp thực hiện");
        var audiences = Values<Audience>(input.Audiences);
        if (audiences.Count == 0)
            wrong("Input.Audiences", "Chọn ít nhất một đối tượng");
        foreach (var (field, text) in new[] { ("Input.Sequence", input.Sequence), ("Input.Requirements", input.Requirements) })
        {
            if (text?.Length > MaxText)
                wrong(field, "Dài quá 20.000 ký tự");
        }

        var steps = Steps(input, wrong);
        return before with
        {
            Name = PortalText.Clean(input.Name),
            Field = PortalText.Clean(input.Field),
            Levels = levels,
            Audiences = audiences,
            OnlineLevel = Enum.TryParse<OnlineLevel>(input.OnlineLevel, out var online) ? online : before.OnlineLevel,
            DecisionNumber = Said(input.DecisionNumber),
            CompetentAuthority = Said(input.CompetentAuthority),
            ProcessingAuthority = Said(input.ProcessingAuthority),
            DelegatedAuthority = Said(input.DelegatedAuthority),
            CoordinatingAgencies = Said(input.CoordinatingAgencies),
            ReceivingAddress = Said(input.ReceivingAddress),
            Sequence = Said(input.Sequence),
            Requirements = Said(input.Requirements),
            Results = [.. Lines(input.Results).Select(line => before.Results.FirstOrDefault(result => result.Name == line) ?? new Result(null, line))],
            LegalBases = [.. Lines(input.LegalBases).Select(line => Basis(line, before))],
            Cases = Cases(input, before, wrong),
            Steps = steps,
            ProcessXml = steps.Count == 0 ? before.ProcessXml : ProcessDrawing.Xml(before.Code, PortalText.Clean(input.Name), steps),
        };
    }

    private static CaseInput Of(ProcedureCase one) => new()
    {
        Key = one.Key,
        Name = one.Name,
        Channels = [.. one.Channels.Select(channel => new ChannelInput
        {
            Channel = channel.Channel.ToString(),
            Term = channel.TermText,
            Fees = string.Join('\n', channel.Fees.Select(fee => fee.Text)),
            Note = channel.Note,
        })],
        Papers = [.. one.Papers.Select(paper => new PaperInput
        {
            Key = paper.Key, Name = paper.Name, Originals = paper.Originals, Copies = paper.Copies, FormNumber = paper.FormNumber, Required = paper.Required,
        })],
    };

    private static StepInput Of(StepRow step) => new()
    {
        Key = step.Key,
        Name = step.Name,
        Role = step.RoleKey,
        Unit = step.UnitRule,
        Hours = step.Hours.ToString("0.###", CultureInfo.InvariantCulture).Replace('.', ','),
        Output = step.Output,
        Description = step.Description,
    };

    private static List<ProcedureCase> Cases(EditInput input, ProcedureVersion before, Action<string, string> wrong)
    {
        var cases = new List<ProcedureCase>();
        foreach (var (one, index) in input.Cases.Select((one, index) => (one, index)))
        {
            if (string.IsNullOrWhiteSpace(one.Name))
                continue;
            var known = before.Cases.FirstOrDefault(other => other.Key == one.Key);
            var channels = one.Channels.Select((channel, at) => Channel(channel, known, $"Input.Cases[{index}].Channels[{at}]", wrong)).OfType<ChannelTerm>().ToList();
            var papers = one.Papers.Where(paper => !string.IsNullOrWhiteSpace(paper.Name)).Select((paper, at) => Paper(paper, known, at)).ToList();
            var longest = CaseBuilder.Longest(channels.Select(channel => channel.Term));
            cases.Add(new ProcedureCase(
                one.Key ?? $"c{index + 1}", PortalText.Clean(one.Name), longest, channels.Find(channel => channel.Term == longest)?.TermText, channels, papers));
        }

        if (cases.Count == 0)
            wrong("Input.Cases[0].Name", "Đặt tên cho ít nhất một trường hợp");
        return cases;
    }

    private static ChannelTerm? Channel(ChannelInput input, ProcedureCase? known, string field, Action<string, string> wrong)
    {
        if (!Enum.TryParse<Channel>(input.Channel, out var channel))
            return null;
        var text = Said(input.Term);
        var reading = TermReader.Read(text);
        if (text is not null && !reading.Stated)
            wrong($"{field}.Term", "Viết thời hạn có số và đơn vị, ví dụ: 3 ngày làm việc, 30 ngày, 4 giờ làm việc, trong ngày");
        var fees = known?.Channels.SelectMany(one => one.Fees).ToList() ?? [];
        return new ChannelTerm(channel, reading.Term, text, [.. Lines(input.Fees).Select(line => fees.Find(fee => fee.Text == line) ?? Fee(line))], Said(input.Note));
    }

    private static ProcedureFee Fee(string line)
    {
        var at = line.IndexOf('(', StringComparison.Ordinal);
        var (cell, note) = at < 0 ? (line, null) : (line[..at], line[(at + 1)..].TrimEnd(')'));
        var fee = FeeReader.Read(cell.Split('/')[0], note).Fee;
        var unit = cell.Contains('/', StringComparison.Ordinal) ? cell[(cell.IndexOf('/', StringComparison.Ordinal) + 1)..].Trim() : fee?.Unit;
        return new ProcedureFee(line, fee?.AmountDong, unit, note, true);
    }

    private static ProcedurePaper Paper(PaperInput input, ProcedureCase? known, int index)
    {
        var before = known?.Papers.FirstOrDefault(paper => paper.Key == input.Key);
        return new ProcedurePaper(
            input.Key ?? $"e{index + 1}", PortalText.Clean(input.Name), Math.Clamp(input.Originals ?? 0, 0, 99), Math.Clamp(input.Copies ?? 0, 0, 99),
            Said(input.FormNumber), before?.Note, input.Required);
    }

    private static List<StepRow> Steps(EditInput input, Action<string, string> wrong)
    {
        var steps = new List<StepRow>();
        foreach (var (step, index) in input.Steps.Select((step, index) => (step, index)))
        {
            if (string.IsNullOrWhiteSpace(step.Name))
                continue;
            if (!decimal.TryParse(step.Hours?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) || hours is <= 0 or > 100_000)
                wrong($"Input.Steps[{index}].Hours", "Nhập số giờ làm việc lớn hơn 0, ví dụ 4 hoặc 0,5");
            if (!StepRoles.All.Contains(step.Role, StringComparer.Ordinal))
                wrong($"Input.Steps[{index}].Role", "Chọn người làm bước này");
            var key = string.IsNullOrWhiteSpace(step.Key) ? NewKey(steps) : step.Key;
            var unit = StepUnits.All.Contains(step.Unit, StringComparer.Ordinal) ? step.Unit! : StepUnits.ProcessingUnit;
            steps.Add(new StepRow(key, PortalText.Clean(step.Name), step.Role ?? "", unit, hours, Said(step.Output), Said(step.Description)));
        }

        if (steps.Count == 0)
            wrong("Input.Steps[0].Name", "Quy trình cần ít nhất một bước");
        return steps;
    }

    private static string NewKey(List<StepRow> steps)
    {
        var number = steps.Count + 1;
        while (steps.Exists(step => step.Key == $"buoc-moi-{number}"))
            number++;
        return $"buoc-moi-{number}";
    }

    private static LegalBasis Basis(string line, ProcedureVersion before)
    {
        var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
        var (number, title) = parts.Length == 2 ? (Said(parts[0]), parts[1]) : (null, line);
        return before.LegalBases.FirstOrDefault(basis => basis.Number == number && basis.Title == title) ?? new LegalBasis(number, title);
    }

    private static List<T> Values<T>(IEnumerable<string> texts)
        where T : struct, Enum =>
        [.. texts.Where(text => Enum.TryParse<T>(text, out _)).Select(Enum.Parse<T>).Distinct()];

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PortalText.Clean);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static void Fill<T>(List<T> rows, int blanks, Func<T, bool> isBlank)
        where T : new()
    {
        for (var i = rows.Count(isBlank); i < blanks; i++)
            rows.Add(new T());
    }
}
