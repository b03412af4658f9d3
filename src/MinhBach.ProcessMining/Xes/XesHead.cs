namespace MinhBach.ProcessMining;

/// <summary>Reads what the log says of itself before its first case.</summary>
internal sealed class XesHead(XesXml xml, XesPairs pairs, LogLimits limits, LogProblems problems, XesHeader header)
{
    /// <summary>Reads the element that the reader stands on, up to its end.</summary>
    public void Read()
    {
        CheckHead();
        if (xml.Is(xml.Names.Extension))
            header.Add(new XesExtension(xml.Plain("name") ?? "", xml.Plain("prefix") ?? "", xml.Plain("uri") ?? ""));
        else if (xml.Is(xml.Names.Classifier))
            header.Add(new XesClassifier(xml.Plain("name") ?? "", xml.Plain("scope") ?? "event", xml.Plain("keys") ?? ""));
        else if (xml.Is(xml.Names.Global))
            ReadGlobal();
        else if (xml.Is(xml.Names.Event))
            problems.Add(LogProblemKind.EventOutsideCase, xml.Place);
        else if (xml.Names.IsAttribute(xml.LocalName))
            ReadOwn();
        else
            problems.Add(LogProblemKind.UnknownElement, xml.Place, null, xml.LocalName);
        problems.NotRead += xml.SkipWithin();
    }

    private void ReadOwn()
    {
        if (pairs.TryRead(out var key, out var value) && !header.TryAdd(key, value))
            problems.Add(LogProblemKind.DuplicateAttribute, xml.Place, null, key);
    }

    private void ReadGlobal()
    {
        var scope = xml.Plain("scope") ?? "event";
        var depth = xml.Depth;
        if (xml.IsEmpty)
            return;
        while (xml.ReadWithin(depth))
        {
            if (xml.IsElement && xml.Depth == depth + 1 && pairs.TryRead(out var key, out var value))
                header.Add(new XesGlobal(scope, key, value));
            CheckHead();
        }
    }

    private void CheckHead()
    {
        if (header.Count > limits.MostKeys)
            throw new LogFormatException($"the log's head has more than {limits.MostKeys} entries.", xml.Place);
    }
}
