using System.Xml;

namespace MinhBach.ProcessMining;

/// <summary>Walks through the XML of a log, one case at a step.</summary>
internal sealed class XesCursor : IDisposable
{
    private readonly XesXml _xml;
    private readonly XesEvents _events;
    private readonly LogReading _reading;
    private readonly LogProblems _problems;
    private readonly XesHeader _header;
    private readonly CaseAssembly _assembly;
    private readonly CaseIds _ids;
    private readonly XesPairs _pairs;
    private readonly XesHead _head;
    private bool _hasCase;
    private bool _isOver;

    public XesCursor(Stream stream, LogReading reading, LogNames names, LogProblems problems, XesHeader header)
    {
        _reading = reading;
        _problems = problems;
        _header = header;
        _xml = new XesXml(stream, reading.Limits);
        _pairs = new XesPairs(_xml, reading.Limits, problems);
        _head = new XesHead(_xml, _pairs, reading.Limits, problems, header);
        _assembly = new CaseAssembly(reading, problems);
        _ids = new CaseIds(problems);
        _events = new XesEvents(_xml, reading, names, problems, _assembly);
    }

    /// <summary>Reads the next case; false at the end of the file, or of what can be read of it.</summary>
    public bool MoveNext(LogCase target)
    {
        target.Clear();
        if (_isOver)
            return false;
        try
        {
            _isOver = !Advance(target);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            _isOver = true;
            Refuse(broken, target);
        }

        return !_isOver;
    }

    public void Dispose() => _xml.Dispose();

    private bool Advance(LogCase target)
    {
        while (_xml.Read())
        {
            if (!_xml.IsElement)
                continue;
            if (_xml.Depth == 0)
                ReadRoot();
            else if (_xml.Is(_xml.Names.Trace))
                return ReadCase(target);
            else
                _head.Read();
        }

        return false;
    }

    private void ReadRoot()
    {
        if (!_xml.Is(_xml.Names.Log))
            throw new LogFormatException($"this is not an XES log: the outermost element is <{_xml.LocalName}>, not <log>.", _xml.Place);
        _header.Version = _xml.Plain("xes.version");
    }

    private bool ReadCase(LogCase target)
    {
        var place = _xml.Place;
        var depth = _xml.Depth;
        var hasId = false;
        if (!_xml.IsEmpty)
        {
            while (_xml.ReadWithin(depth))
            {
                if (!_xml.IsElement)
                    continue;
                if (_xml.Is(_xml.Names.Event))
                    _events.Read(target);
                else if (_xml.Names.IsAttribute(_xml.LocalName))
                    ReadOfCase(target, ref hasId);
                else
                    SkipUnknown(target.Id);
            }
        }

        _ids.Check(target, place);
        if (_assembly.IsEmpty)
            _problems.Add(LogProblemKind.EmptyCase, place, target.Id);
        _assembly.MoveTo(target);
        return _hasCase = true;
    }

    private void ReadOfCase(LogCase target, ref bool hasId)
    {
        if (_pairs.TryRead(out var key, out var value))
        {
            if (key is not "concept:name")
            {
                if (!target.Attributes.TryAdd(key, value))
                    _problems.Add(LogProblemKind.DuplicateAttribute, _xml.Place, target.Id, key);
            }
            else if (hasId)
            {
                _problems.Add(LogProblemKind.DuplicateAttribute, _xml.Place, target.Id, key);
            }
            else
            {
                hasId = true;
                target.Id = value.Length <= _reading.Limits.LongestName
                    ? value
                    : throw new LogFormatException($"a case's id is longer than {_reading.Limits.LongestName} characters.", _xml.Place);
            }
        }

        SkipWithin();
    }

    private void SkipUnknown(string caseId)
    {
        _problems.Add(LogProblemKind.UnknownElement, _xml.Place, caseId.Length == 0 ? null : caseId, _xml.LocalName);
        SkipWithin();
    }

    private void SkipWithin() => _problems.NotRead += _xml.SkipWithin();

    private void Refuse(Exception broken, LogCase target)
    {
        var place = _xml.PlaceOf(broken);
        if (broken.Message.Contains("DTD", StringComparison.Ordinal))
            throw new LogFormatException("the file declares a document type (DTD), which is refused; remove the <!DOCTYPE …> declaration.", place, broken);
        if (!_hasCase)
            throw new LogFormatException($"the file cannot be read as XML, and not one case of it is whole: {broken.Message}", place, broken);
        var kind = _xml.HasEnded(broken) ? LogProblemKind.CutOff : LogProblemKind.Damaged;
        _problems.Add(kind, place, target.Id.Length == 0 ? null : target.Id, broken.Message);
    }
}
