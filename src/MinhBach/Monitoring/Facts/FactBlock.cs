namespace MinhBach.Monitoring;

/// <summary>
/// Some facts behind each other, in the order of ids. What was shown stays as it is: facts are added behind it, and a change of those before
/// makes a copy. Changed by one at a time.
/// </summary>
internal sealed class FactBlock
{
    // 48 kB: what is larger would be collected with the rarest collections alone.
    private const int Most = 512;

    private DossierFact[] facts = new DossierFact[Most];
    private int count;
    private bool isShown;

    public bool IsFull => count == Most;

    public ReadOnlySpan<DossierFact> Facts => facts.AsSpan(0, count);

    /// <summary>What it holds now, whatever becomes of it.</summary>
    public ReadOnlyMemory<DossierFact> Show()
    {
        isShown = true;
        return facts.AsMemory(0, count);
    }

    /// <summary>Adds a fact with a higher id than all before to the last of some blocks, or to a new one behind it.</summary>
    public static void Append(List<FactBlock> blocks, in DossierFact fact)
    {
        if (blocks is not [.., { IsFull: false } last]) blocks.Add(last = new());
        last.facts[last.count++] = fact;
    }

    /// <summary>Puts a fact where that of the same dossier is, unless that is newer, or where it has to stand. There is room for one more.</summary>
    public void Put(in DossierFact fact)
    {
        var place = PlaceOf(fact.Id);
        if (place >= 0 && facts[place].Change > fact.Change) return;
        if (isShown) (facts, isShown) = ([.. facts], false);
        if (place < 0)
        {
            place = ~place;
            Array.Copy(facts, place, facts, place + 1, count++ - place);
        }

        facts[place] = fact;
    }

    /// <summary>Gives the later half to a new block.</summary>
    public FactBlock Split()
    {
        var half = count / 2;
        var later = new FactBlock { count = count - half };
        Array.Copy(facts, half, later.facts, 0, later.count);
        // Behind what it holds now lies what was shown.
        if (isShown) (facts, isShown) = ([.. facts], false);
        count = half;
        return later;
    }

    // As List.BinarySearch answers: the place, or the complement of the place where it would have to stand.
    private int PlaceOf(long id)
    {
        var (first, last) = (0, count - 1);
        while (first <= last)
        {
            var middle = (first + last) / 2;
            if (facts[middle].Id == id) return middle;
            if (facts[middle].Id < id) first = middle + 1;
            else last = middle - 1;
        }

        return ~first;
    }
}
