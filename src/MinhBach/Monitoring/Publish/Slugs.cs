namespace MinhBach.Monitoring.Publish;

/// <summary>The words of public addresses for groupings and figures.</summary>
internal static class Slugs
{
    public static string Of(Grouping grouping) => grouping switch
    {
        Grouping.Agency => "co-quan",
        Grouping.Field => "linh-vuc",
        Grouping.Procedure => "thu-tuc",
        Grouping.Month => "thang",
    };

    public static string Of(Figure figure) => figure switch
    {
        Figure.Received => "tiep-nhan",
        Figure.CarriedOver => "chuyen-qua",
        Figure.DoneEarly => "truoc-han",
        Figure.DoneOnTime => "dung-han",
        Figure.DoneLate => "tre-han",
        Figure.DoneUntimed => "khong-thoi-han",
        Figure.PendingInTime => "dang-trong-han",
        Figure.PendingOverdue => "dang-qua-han",
        Figure.Waiting => "cho-nguoi-nop",
        Figure.Left => "rut-dung",
        Figure.NotAccepted => "khong-tiep-nhan",
    };

    public static Grouping? GroupingOf(string? slug) => Find<Grouping>(slug, Of);

    public static Figure? FigureOf(string? slug) => Find<Figure>(slug, Of);

    private static T? Find<T>(string? slug, Func<T, string> of)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (of(value) == slug) return value;
        }

        return null;
    }
}
