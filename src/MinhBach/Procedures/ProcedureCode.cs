using System.Text.RegularExpressions;

namespace MinhBach.Procedures;

/// <summary>The code of a procedure: one figure, a point, six figures; 6. for internal procedures.</summary>
public static partial class ProcedureCode
{
    public static bool IsCode(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^\d\.\d{6}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
