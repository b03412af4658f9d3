namespace MinhBach.Dossiers;

/// <summary>The colour of a status; its words carry the meaning.</summary>
internal static class StatusTag
{
    public static string Kind(this DossierStatus status) => status switch
    {
        DossierStatus.AwaitingReception => "new",
        DossierStatus.Received or DossierStatus.Processing => "active",
        DossierStatus.AwaitingSupplement or DossierStatus.AwaitingPayment => "waiting",
        DossierStatus.Completed or DossierStatus.Returned => "done",
        DossierStatus.NotAccepted or DossierStatus.Withdrawn or DossierStatus.Stopped => "stopped",
    };
}
