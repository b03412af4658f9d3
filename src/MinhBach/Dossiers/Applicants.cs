using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>How applicants appear in the journal: never by name, because the journal keeps what it is given for good.</summary>
internal static class Applicants
{
    public static Actor Actor { get; } = new(ActorKind.Citizen, "Người nộp hồ sơ");
}
