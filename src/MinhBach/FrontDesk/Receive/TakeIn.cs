using System.Security.Cryptography;
using System.Text.Json;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.FrontDesk;

/// <summary>What is done with the papers on the counter.</summary>
internal enum CounterAct
{
    /// <summary>Complete and valid: taken in, the clock starts.</summary>
    Receive,

    /// <summary>Something is missing: registered, and asked for in one go.</summary>
    AskForPapers,

    /// <summary>Not to be taken in, with the reason.</summary>
    Decline,
}

/// <summary>One dossier at the counter, however often the form is sent.</summary>
internal sealed class TakeIn(SubmitDossier submit, RequestSupplement request, DeclineDossier decline, DossierLookup dossiers, CurrentUser user)
{
    public async Task<DossierChange> RunAsync(ProcedureVersion procedure, ProcedureCase chosen, CounterForm form, CounterAct act)
    {
        var actor = user.Actor!;
        var submission = new Submission
        {
            Version = procedure.Id,
            CaseKey = chosen.Key,
            Agency = user.Agency!.Value,
            Channel = Channel.Direct,
            Applicant = form.Applicant(),
            Answers = form.Answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Value)).ToDictionary(answer => answer.Key, answer => answer.Value!.Trim(), StringComparer.Ordinal),
            Papers = form.Handed(chosen),
            ResultBy = form.ResultBy,
        };
        var content = JsonSerializer.SerializeToUtf8Bytes(new { version = procedure.Id.Value, chosen.Key, submission.Applicant.Name, submission.Applicant.NationalId, receive = act == CounterAct.Receive });
        var once = new IdempotencyKey($"counter:{actor.PersonId}:{form.Token}", Convert.ToHexStringLower(SHA256.HashData(content)));
        var change = await submit.RunAsync(submission, actor, once, receive: act == CounterAct.Receive);
        // Sent again after it went through: the slip is there to be printed, nothing is left to do.
        if (act == CounterAct.Receive || (await dossiers.FindAsync(change.Id))?.Status != DossierStatus.AwaitingReception) return change;
        return act == CounterAct.AskForPapers
            ? await request.RunAsync(change.Id, [.. form.Missing(chosen), .. Lines(form.More)], form.Reason ?? "", actor, change.Revision)
            : await decline.RunAsync(change.Id, form.Reason ?? "", actor, change.Revision);
    }

    public static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
