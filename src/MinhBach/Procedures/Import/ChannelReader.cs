namespace MinhBach.Procedures.Import;

/// <summary>Reads the cells of one row of channels into a term and fees, and reports what is unclear.</summary>
internal static class ChannelReader
{
    public static ChannelTerm Read(string code, ChannelRow row, List<ReadingProblem> problems)
    {
        var term = ReadTerm(code, row, problems, out var termText);
        if (row.Unclear is { } unclear)
            problems.Add(ReadingProblem.At(code, "Cách thức thực hiện", $"{row.TermCell} {(row.Fees.Count > 0 ? row.Fees[0].Note : null)}", unclear));
        var fees = new List<ProcedureFee>();
        foreach (var cell in row.Fees)
        {
            var (fee, doubt) = FeeReader.Read(cell.Amount, cell.Note);
            if (fee is not null)
                fees.Add(fee);
            if (doubt is not null)
                problems.Add(ReadingProblem.At(code, "Phí, lệ phí", $"{cell.Amount} ({cell.Note})", doubt));
        }

        return new ChannelTerm(row.Channel, term.Term, termText, fees, PortalText.Paragraphs(row.Description));
    }

    private static TermReading ReadTerm(string code, ChannelRow row, List<ReadingProblem> problems, out string? termText)
    {
        var cell = PortalText.SaysNothing(row.TermCell) ? "" : PortalText.Clean(row.TermCell);
        var reading = TermReader.Read(cell);
        termText = cell.Length == 0 ? null : cell;
        if (reading.Stated)
        {
            Report(code, reading, problems);
            return reading;
        }

        // The cell is empty or has lost its unit: the description often states the term in words.
        var described = TermReader.Read(TermSentence(row.Description));
        if (described.Stated)
        {
            termText = described.Excerpt;
            Report(code, described, problems);
            if (cell.Length > 0)
                problems.Add(ReadingProblem.At(code, "Thời hạn giải quyết", cell, $"ô không có đơn vị, lấy theo mô tả: {described.Excerpt}"));
            return described;
        }

        if (reading.Certainty == TermCertainty.NumberWithoutUnit)
            problems.Add(ReadingProblem.At(code, "Thời hạn giải quyết", cell, "có số nhưng không có đơn vị"));
        return reading;
    }

    // “Thời hạn giải quyết: …” up to the end of that line, else the whole description.
    private static string TermSentence(string description)
    {
        var at = description.IndexOf("hời hạn giải quyết", StringComparison.Ordinal);
        return at < 0 ? description : description[at..];
    }

    private static void Report(string code, TermReading reading, List<ReadingProblem> problems)
    {
        if (reading.Certainty == TermCertainty.LongestOfSeveral)
            problems.Add(ReadingProblem.At(code, "Thời hạn giải quyết", reading.Excerpt, "nêu nhiều thời hạn, lấy thời hạn dài nhất"));
        if (reading.Certainty == TermCertainty.UpperOfRange)
            problems.Add(ReadingProblem.At(code, "Thời hạn giải quyết", reading.Excerpt, "nêu khoảng thời hạn, lấy mức trên"));
    }
}
