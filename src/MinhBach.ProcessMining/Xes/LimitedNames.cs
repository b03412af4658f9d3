using System.Xml;

namespace MinhBach.ProcessMining;

/// <summary>A name table that a hostile file cannot fill with names of its own.</summary>
internal sealed class LimitedNames(int most) : System.Xml.NameTable
{
    // What the reader itself enters is a few dozen names.
    private int _left = most + 100;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Enter(base.Add(key, start, len));

    private string Enter(string name) =>
        --_left >= 0 ? name : throw new LogFormatException($"the file has more than {most} different names of elements and attributes.");
}
