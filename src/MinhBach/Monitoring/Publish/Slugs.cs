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

    public static Grouping? GroupingOf(string? slug)
    {
        foreach (var grouping in Enum.GetValues<Grouping>())
        {
            if (Of(grouping) == slug) return grouping;
        }

        return null;
    }
}
