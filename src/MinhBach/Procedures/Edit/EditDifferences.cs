using MinhBach.Shell;

namespace MinhBach.Procedures.Edit;

/// <summary>Where two drafts of one procedure differ, field by field, in words.</summary>
internal static class EditDifferences
{
    public static IReadOnlyList<(string Field, string Theirs, string Yours)> Between(ProcedureVersion theirs, ProcedureVersion yours, Words words) =>
        [.. Fields(theirs, words).Zip(Fields(yours, words), (left, right) => (left.Field, left.Text, right.Text)).Where(row => row.Item2 != row.Item3)];

    private static IEnumerable<(string Field, string Text)> Fields(ProcedureVersion one, Words words)
    {
        yield return (words["Tên thủ tục"], one.Name);
        yield return (words["Lĩnh vực"], one.Field);
        yield return (words["Cấp thực hiện"], string.Join(", ", one.Levels.Select(level => ProcedureWords.Of(words, level))));
        yield return (words["Dành cho"], string.Join(", ", one.Audiences.Select(audience => ProcedureWords.Of(words, audience))));
        yield return (words["Trực tuyến"], ProcedureWords.Of(words, one.OnlineLevel));
        yield return (words["Quyết định công bố"], one.DecisionNumber ?? "");
        yield return (words["Cơ quan thực hiện"], one.ProcessingAuthority ?? "");
        yield return (words["Trình tự thực hiện"], one.Sequence ?? "");
        yield return (words["Yêu cầu, điều kiện"], one.Requirements ?? "");
        yield return (words["Thời hạn và lệ phí"], string.Join('\n', one.Cases.SelectMany(each => each.Channels.Select(channel =>
            $"{each.Name}: {ProcedureWords.Of(words, channel.Channel)}, {channel.TermText}, {string.Join("; ", channel.Fees.Select(fee => fee.Text))}"))));
        yield return (words["Giấy tờ cần nộp"], string.Join('\n', one.Cases.SelectMany(each => each.Papers.Select(paper => paper.Name))));
        yield return (words["Các bước giải quyết"], string.Join('\n', one.Steps.Select(step =>
            string.Join(", ", new[] { $"{step.Name}: {ProcedureWords.Role(words, step.RoleKey)}", ProcedureWords.Unit(words, step.UnitRule), words.Number(step.Hours), step.Output, step.Description }
                .Where(part => !string.IsNullOrEmpty(part))))));
    }
}
