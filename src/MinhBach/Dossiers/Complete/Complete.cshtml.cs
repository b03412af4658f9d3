using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class CompleteModel(DossierRoom room, CompleteStep complete) : ActionPage(room)
{
    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public override DossierAction Action => DossierAction.Complete;

    public override string Title => Words["Hoàn thành bước"];

    /// <summary>The ways that lead on when the process branches after this step; else none.</summary>
    public IReadOnlyList<Choice> Ways { get; private set; } = [];

    /// <summary>Where the process goes when it does not branch.</summary>
    public string? Follows { get; private set; }

    protected override void Prepare()
    {
        if (Step is null) return;
        var process = Room.Catalog.Process(Dossier.Procedure.Id);
        Ways = [.. Branches.After(process, Step.Node).Select(way => new Choice(way.Value, Words[way.Label]))];
        Follows = Ways.Count == 0 && Dossier.ToCome.Count > 0 ? Words[Dossier.ToCome[0]] : null;
    }

    protected override void Check()
    {
        if (Ways.Count > 0 && Ways.All(way => way.Value != Choice)) ModelState.AddModelError(nameof(Choice), Words["Chọn hướng đi tiếp của hồ sơ."]);
    }

    protected override Task ActAsync() => complete.RunAsync(Dossier.Id, Step!.Task, Choice, Note, Actor, Revision);
}
