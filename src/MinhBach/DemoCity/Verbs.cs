using MinhBach.Dossiers;

namespace MinhBach.DemoCity;

/// <summary>The real verbs of dossiers, which the simulated people use like everybody else.</summary>
internal sealed record Verbs(
    SubmitDossier Submit,
    ReceiveDossier Receive,
    DeclineDossier Decline,
    RequestSupplement Ask,
    SupplyPapers Supply,
    ClaimStep Claim,
    CompleteStep Complete,
    ReturnStep SendBack,
    AskOpinion Consult,
    GiveOpinion Answer,
    ExtendDueDate Extend,
    RefuseDossier Refuse,
    ReturnResult Return,
    WithdrawDossier Withdraw,
    DossierTimers Timers);
