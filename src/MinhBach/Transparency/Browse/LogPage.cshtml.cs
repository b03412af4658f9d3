using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Organization;
using MinhBach.Shell;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Transparency.Browse;

/// <summary>The log as people can read it. At most six queries.</summary>
internal sealed class LogPage(LogPages pages, LogHome home, Cosigners cosigners, WitnessTimes times, OrganizationLookup organization, PublicLogStatus status, Words words) : PageModel
{
    public const string Address = "/nhat-ky";

    public IReadOnlyList<PlacedEntry> Entries { get; private set; } = [];

    public string? Next { get; private set; }

    public string? BadDay { get; private set; }

    public LogSearch Search { get; private set; } = new(null, null, null, null, [], null);

    /// <summary>The newest checkpoint that everybody sees; null before the first.</summary>
    public Checkpoint? Shown { get; private set; }

    public IReadOnlyList<VerifierKey> Keys { get; private set; } = [];

    /// <summary>The witnesses that the city asks, when each signed last, and whether it signed what is shown.</summary>
    public IReadOnlyList<(string Name, Instant? At, bool SignedThis)> Witnesses { get; private set; } = [];

    public IReadOnlyList<(LocalDate Day, long Entries)> Growth { get; private set; } = [];

    public PublicLogTrouble? Trouble => status.Trouble;

    public bool IsSearch => Search is not { Case: null, Agency: null, Procedure: null, Day: null, Topics: [] };

    /// <summary>All agencies, by their names.</summary>
    public IEnumerable<Agency> Agencies => organization.Current.Agencies.OrderBy(agency => agency.Name, StringComparer.Create(VietnameseFormats.Culture, ignoreCase: false));

    public string NameOf(string? code) => code is null ? "–" : organization.Current.AgencyByCode(code)?.Name ?? code;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Read();
        var found = await pages.FindAsync(Search, cancellation);
        if (found.Count > LogPages.PageSize)
        {
            found.RemoveAt(LogPages.PageSize);
            Next = Link(found[^1].Position);
        }

        Entries = found;
        if (IsSearch || Search.Before is not null) return;
        Growth = await pages.GrowthAsync(cancellation);
        Keys = home.Published();
        if (LogFiles.ShownCheckpoint(home.Folder) is not { } note) return;
        Shown = Checkpoint.Parse(note.Text);
        if (cosigners.Policy() is not { } policy) return;
        var now = policy.Judge(note, Keys).Cosigned.ToDictionary(one => one.Witness, one => one.At, StringComparer.Ordinal);
        var ever = await times.AllAsync(cancellation);
        Witnesses = [.. policy.Witnesses.Select(witness => now.TryGetValue(witness.Name, out var at) ? (witness.Name, at, true) : (witness.Name, ever.TryGetValue(witness.Name, out var last) ? last : (Instant?)null, false))];
    }

    private void Read()
    {
        string? Text(string name) => Request.Query[name] is [{ Length: > 0 } text, ..] && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        var day = Text("ngay") is { } typed ? VietnameseFormats.ReadDate(typed) : null;
        if (Text("ngay") is not null && day is null) BadDay = words["Nhập ngày như 02/09/2026"];
        Search = new(
            Text("ma"), Text("co-quan"), Text("thu-tuc"), day, Text("loai") switch { "so-lieu" => EntryTypes.Figures, "giu-kin" => [EntryTypes.Policy], _ => [] },
            long.TryParse(Text("truoc"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var before) ? before : null);
    }

    private string Link(long before) => Address + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["ma"] = Search.Case,
        ["co-quan"] = Search.Agency,
        ["thu-tuc"] = Search.Procedure,
        ["ngay"] = Search.Day is { } day ? LocalDatePattern.Iso.Format(day) : null,
        ["loai"] = Search.Topics switch { [] => null, [EntryTypes.Policy] => "giu-kin", _ => "so-lieu" },
        ["truoc"] = before.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.Where(part => part.Value is not null));
}
