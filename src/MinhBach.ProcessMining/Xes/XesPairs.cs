namespace MinhBach.ProcessMining;

/// <summary>Reads the attributes of the log and of its cases, of which there are few enough to make strings of them.</summary>
internal sealed class XesPairs(XesXml xml, LogLimits limits, LogProblems problems)
{
    private readonly NameTable _keys = new();

    /// <summary>Reads key and value of the element; a list or container has a key alone, and is not read.</summary>
    public bool TryRead(out string key, out string value)
    {
        key = value = "";
        if (xml.Names.HasNoValue(xml.LocalName))
        {
            problems.NotRead++;
            return false;
        }

        if (xml.TryReadKey(out var name) && xml.Value(limits.LongestValue) is { } found)
        {
            key = _keys[_keys.NumberOf(name)];
            value = found;
            if (_keys.Count > limits.MostKeys)
                throw new LogFormatException($"the log has more than {limits.MostKeys} different keys.", xml.Place);
            return true;
        }

        problems.Add(LogProblemKind.BrokenAttribute, xml.Place, null, xml.LocalName);
        return false;
    }
}
