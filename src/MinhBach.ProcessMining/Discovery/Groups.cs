namespace MinhBach.ProcessMining;

/// <summary>Activities that are put together step by step (union and find).</summary>
internal sealed class Groups
{
    private readonly int[] _parents;

    public Groups(int count) => _parents = [.. Enumerable.Range(0, count)];

    public int Of(int item)
    {
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    public void Join(int one, int other) => _parents[Of(other)] = Of(one);

    /// <summary>The groups in the order of their first item.</summary>
    public List<List<int>> All() =>
        [.. Enumerable.Range(0, _parents.Length).GroupBy(Of).Select(group => group.ToList())];
}
