using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Boards;

/// <summary>What a board is about.</summary>
public enum BoardKind
{
    /// <summary>Everything.</summary>
    City,

    /// <summary>The work that lies in one agency, and the dossiers it answers for.</summary>
    Agency,

    /// <summary>The work of one unit.</summary>
    Unit,

    /// <summary>The work of one person.</summary>
    Person,

    /// <summary>One procedure, in all agencies.</summary>
    Procedure,
}

/// <summary>Of what a board tells: all, or one agency, unit, person or procedure.</summary>
internal readonly record struct BoardSubject(BoardKind Kind, long Id)
{
    public static BoardSubject City { get; } = new(BoardKind.City, 0);

    public bool Takes(OpenDossier dossier, OpenStep step) => Kind switch
    {
        BoardKind.City => true,
        BoardKind.Agency => step.Agency == Id,
        BoardKind.Unit => step.Unit == Id,
        BoardKind.Person => step.Person == Id,
        BoardKind.Procedure => dossier.Procedure == Id,
    };

    public bool Takes(in EndedDossier dossier) => Kind switch
    {
        BoardKind.City => true,
        BoardKind.Agency => dossier.Agency == Id,
        BoardKind.Procedure => dossier.Procedure == Id,
        BoardKind.Unit or BoardKind.Person => false,
    };

    public StepFilter StepsIn(Day from, Day to) => Kind switch
    {
        BoardKind.City => new(from, to),
        BoardKind.Agency => new(from, to) { Agency = Id },
        BoardKind.Unit => new(from, to) { Unit = Id },
        BoardKind.Person => new(from, to) { Person = Id },
        BoardKind.Procedure => new(from, to) { Procedure = Id },
    };
}
