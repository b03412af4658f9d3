using System.Text.Json;
using MinhBach.Procedures.Import;

namespace MinhBach.Procedures.Starter;

/// <summary>The procedures that the product itself brings, from the files beside this one.</summary>
internal static class StarterCatalogue
{
    private const string Prefix = "MinhBach.Procedures.Starter.";

    /// <summary>All starter procedures, as versions without ids.</summary>
    /// <exception cref="JsonException">A file does not follow README.md.</exception>
    public static IReadOnlyList<ProcedureVersion> Read()
    {
        var assembly = typeof(StarterCatalogue).Assembly;
        var procedures = new List<ProcedureVersion>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            procedures.AddRange(JsonSerializer.Deserialize<List<StarterProcedure>>(file, ProcedureJson.Options)!.Select(Version));
        }

        return procedures;
    }

    private static ProcedureVersion Version(StarterProcedure starter) => new()
    {
        Id = default,
        ProcedureId = default,
        Code = starter.Code,
        Number = 0,
        Name = starter.Name,
        Field = starter.Field,
        Levels = starter.Levels,
        Audiences = starter.Audiences,
        OnlineLevel = starter.OnlineLevel,
        EffectiveFrom = starter.EffectiveFrom,
        DecisionNumber = starter.DecisionNumber,
        Kind = starter.Kind,
        CompetentAuthority = starter.CompetentAuthority,
        ProcessingAuthority = starter.ProcessingAuthority,
        ReceivingAddress = starter.ReceivingAddress,
        DelegatedAuthority = starter.DelegatedAuthority,
        CoordinatingAgencies = starter.CoordinatingAgencies,
        RelatedProcedures = starter.RelatedProcedures,
        Sequence = starter.Sequence,
        Requirements = starter.Requirements,
        Cases = [.. starter.Cases.Select(Case)],
        Form = starter.Form ?? ProcedureForm.Default,
        LegalBases = starter.LegalBases,
        Results = starter.Results,
        Steps = [.. starter.Steps.Select((step, index) => new StepRow(
            step.Key ?? $"buoc-{index + 1}", step.Name, step.Role, step.Unit, step.Hours, step.Output, step.Description))],
        ProcessXml = "",
        Source = ProcedureSource.Starter,
        Unverified = starter.Unverified,
    };

    private static ProcedureCase Case(StarterCase starter)
    {
        var channels = starter.Channels.Select(Channel).ToList();
        var longest = CaseBuilder.Longest(channels.Select(channel => channel.Term));
        return new ProcedureCase(
            starter.Key, starter.Name, longest, channels.Find(channel => channel.Term == longest)?.TermText, channels, starter.Papers);
    }

    private static ChannelTerm Channel(StarterChannel starter) =>
        new(starter.Channel, TermReader.Read(starter.Term).Term, starter.Term, starter.Fees, starter.Note);
}
