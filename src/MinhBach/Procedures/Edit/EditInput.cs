namespace MinhBach.Procedures.Edit;

/// <summary>A procedure as it stands in the editor's fields. Rows without a name are dropped.</summary>
public sealed class EditInput
{
    public long Revision { get; set; }
    public string? Name { get; set; }
    public string? Field { get; set; }
    public List<string> Levels { get; set; } = [];
    public List<string> Audiences { get; set; } = [];
    public string? OnlineLevel { get; set; }
    public string? DecisionNumber { get; set; }
    public string? CompetentAuthority { get; set; }
    public string? ProcessingAuthority { get; set; }
    public string? DelegatedAuthority { get; set; }
    public string? CoordinatingAgencies { get; set; }
    public string? ReceivingAddress { get; set; }
    public string? Sequence { get; set; }
    public string? Requirements { get; set; }

    /// <summary>One result a line.</summary>
    public string? Results { get; set; }

    /// <summary>One document a line: number, bar, title.</summary>
    public string? LegalBases { get; set; }

    public List<CaseInput> Cases { get; set; } = [];
    public List<StepInput> Steps { get; set; } = [];
}

public sealed class CaseInput
{
    public string? Key { get; set; }
    public string? Name { get; set; }
    public List<ChannelInput> Channels { get; set; } = [];
    public List<PaperInput> Papers { get; set; } = [];
}

public sealed class ChannelInput
{
    public string? Channel { get; set; }
    public string? Term { get; set; }

    /// <summary>One fee a line: “50.000 đồng/lần (cấp mới)”, “Miễn phí”.</summary>
    public string? Fees { get; set; }

    public string? Note { get; set; }
}

public sealed class PaperInput
{
    public string? Key { get; set; }
    public string? Name { get; set; }
    public int? Originals { get; set; }
    public int? Copies { get; set; }
    public string? FormNumber { get; set; }
    public bool Required { get; set; }
}

public sealed class StepInput
{
    public string? Key { get; set; }
    public string? Name { get; set; }
    public string? Role { get; set; }
    public string? Unit { get; set; }
    public string? Hours { get; set; }
    public string? Output { get; set; }
    public string? Description { get; set; }
}
