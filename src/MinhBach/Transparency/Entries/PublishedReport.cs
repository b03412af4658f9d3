using MinhBach.Monitoring.Reports;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>A report that the city stood by, in the form that the ministries prescribe; its whole-city line can be counted again from the log.</summary>
/// <param name="Report">Which; <c>form-07</c> is the only one.</param>
/// <param name="Definition">Version of its definition.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period, at whose end open dossiers were looked at.</param>
/// <param name="Rows">Rows of the file, without its heading.</param>
/// <param name="Sha256">Of the file, in hex; it is served as <c>statistics/SHA256.csv</c> beside the tiles.</param>
/// <param name="Total">The line of the whole city.</param>
public sealed record PublishedReport(string Report, int Definition, LocalDate From, LocalDate To, int Rows, string Sha256, ReportTotal Total)
{
    /// <summary>The hash of the file that this one replaces; null for a report that was not published before.</summary>
    public string? Corrects { get; init; }

    /// <summary>Why it had to be corrected.</summary>
    public string? Reason { get; init; }
}

/// <summary>Columns of form 07 that the log tells: 3, 8, 10 to 12, 14 and 15.</summary>
public sealed record ReportTotal(int Received, int CarriedOver, int Early, int OnTime, int Late, int InTime, int Overdue)
{
    /// <summary>The columns of a line.</summary>
    public static ReportTotal Of(Form07Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Received, row.CarriedOver, row.Early, row.OnTime, row.Late, row.InTime, row.Overdue);
    }
}
