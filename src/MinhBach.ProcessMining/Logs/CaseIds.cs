namespace MinhBach.ProcessMining;

/// <summary>The case ids seen so far, as hashes of 64 bits: a log of ten million cases is told apart in a quarter of a gigabyte.</summary>
internal sealed class CaseIds(LogProblems problems)
{
    private readonly HashSet<ulong> _seen = [];
    private long _cases;

    /// <summary>Gives a case without an id one, and tells whether an earlier case has it.</summary>
    public void Check(LogCase found, LogPlace place)
    {
        _cases++;
        if (found.Id.Length == 0)
        {
            found.Id = MadeUp();
            problems.Add(LogProblemKind.MissingCaseId, place, found.Id);
        }
        else if (!_seen.Add(TextHash.Of(found.Id)))
        {
            problems.Add(LogProblemKind.DuplicateCaseId, place, found.Id);
        }
    }

    private string MadeUp()
    {
        for (var number = _cases; ; number++)
        {
            var id = $"no-id-{number}";
            if (_seen.Add(TextHash.Of(id)))
                return id;
        }
    }
}
