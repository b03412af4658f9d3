using MinhBach.Monitoring.Publish;

namespace MinhBach.Monitoring;

/// <summary>Dossiers that a public number counts: those of a figure, or those that a rate is taken of.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">What people call it (a Vietnamese sentence for the words).</param>
/// <param name="Meaning">Which dossiers, in words.</param>
/// <param name="Takes">Which.</param>
internal sealed record CountedSet(string Slug, string Name, string Meaning, Func<Classified, bool> Takes)
{
    public static CountedSet OfRate { get; } = new(
        "n", "Số hồ sơ tính tỷ lệ (n)", "Hồ sơ có kết quả mà có thời hạn, và hồ sơ đang giải quyết đã quá hạn.",
        dossier => dossier.AtEnd is Figure.DoneEarly or Figure.DoneOnTime or Figure.DoneLate or Figure.PendingOverdue);

    public static CountedSet OfFirstRate { get; } = new(
        "n-dau", "Số hồ sơ tính theo ngày hẹn đầu tiên (n)", "Hồ sơ có kết quả mà có ngày hẹn đầu tiên, và hồ sơ đang giải quyết đã qua ngày đó.",
        dossier => dossier.FirstDueMet is not null);

    public static CountedSet FirstDueMet { get; } = new(
        "dung-hen-dau", "Đúng ngày hẹn đầu tiên", "Hồ sơ có kết quả không sau ngày hẹn trả ghi trên giấy tiếp nhận.", dossier => dossier.FirstDueMet == true);

    public static CountedSet FirstDueMissed { get; } = new(
        "tre-hen-dau", "Trễ ngày hẹn đầu tiên", "Hồ sơ có kết quả sau ngày hẹn trả ghi trên giấy tiếp nhận, hoặc chưa có kết quả dù ngày đó đã qua khi kết thúc kỳ.", dossier => dossier.FirstDueMet == false);

    public static IReadOnlyList<CountedSet> All { get; } =
        [.. Enum.GetValues<Figure>().Select(Of), OfRate, OfFirstRate, FirstDueMet, FirstDueMissed];

    public static CountedSet? Find(string? slug) => All.FirstOrDefault(set => set.Slug == slug);

    private static CountedSet Of(Figure figure) => new(Slugs.Of(figure), FigureWords.Name(figure), FigureWords.Meaning(figure), dossier => dossier.Is(figure));
}
