using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Columns of the control slip.</summary>
internal static class ControlWords
{
    /// <summary>Early, on time or late, at date precision as the reports count it.</summary>
    public static string Result(StepView step)
    {
        if (step is not { EndedAt: { } ended, DueAt: { } due }) return "";
        var (day, promised) = (ended.DateInCity(), due.DateInCity());
        return day < promised ? "Trước hạn" : day == promised ? "Đúng hạn" : "Quá hạn";
    }
}
