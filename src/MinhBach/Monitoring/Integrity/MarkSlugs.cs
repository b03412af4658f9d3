namespace MinhBach.Monitoring.Integrity;

/// <summary>The names of verdicts: in addresses and for people.</summary>
internal static class MarkSlugs
{
    public static string Of(MarkFilter mark) => mark switch
    {
        MarkFilter.Unseen => "chua-xem",
        MarkFilter.Confirmed => "xac-nhan",
        MarkFilter.Justified => "co-ly-do",
    };

    public static MarkFilter? Find(string? slug)
    {
        foreach (var mark in Enum.GetValues<MarkFilter>())
        {
            if (Of(mark) == slug) return mark;
        }

        return null;
    }

    /// <summary>The verdict that an address or a form names; null when it names none.</summary>
    public static Verdict? VerdictOf(string? slug) =>
        slug == Of(MarkFilter.Confirmed) ? Verdict.Confirmed : slug == Of(MarkFilter.Justified) ? Verdict.Justified : null;

    /// <summary>A Vietnamese sentence for the words.</summary>
    public static string Name(MarkFilter mark) => mark switch
    {
        MarkFilter.Unseen => "Chưa xem xét",
        MarkFilter.Confirmed => "Xác nhận",
        MarkFilter.Justified => "Có lý do chính đáng",
    };

    public static MarkFilter Of(FindingMarkRow? mark) => mark is null ? MarkFilter.Unseen : Of(mark.Verdict);

    private static MarkFilter Of(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => MarkFilter.Confirmed,
        Verdict.Justified => MarkFilter.Justified,
    };
}
