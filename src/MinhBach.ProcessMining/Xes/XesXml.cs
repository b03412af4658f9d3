using System.Xml;
using System.Xml.Linq;

namespace MinhBach.ProcessMining;

/// <summary>
/// The XML reader beneath, with the file's limits and without strings: keys and values are read into two buffers.
/// Measured against the bare reader's loop this costs about half as much again, so there is no scanner of our own.
/// </summary>
internal sealed class XesXml : IDisposable
{
    private readonly LogLimits _limits;
    private readonly LogSource _source;
    private readonly XmlReader _reader;
    private readonly IXmlLineInfo _lines;
    private readonly char[] _key;
    private readonly char[] _value;

    public XesXml(Stream stream, LogLimits limits)
    {
        _limits = limits;
        _source = new LogSource(stream, limits);
        var table = new LimitedNames(limits.MostKeys);
        Names = new XesElementNames(table);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = table,
            CloseInput = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        _reader = Open(_source, settings);
        _lines = (IXmlLineInfo)_reader;
        _source.Place = () => Place;
        _key = new char[limits.LongestName + 1];
        _value = new char[limits.LongestName + 1];
    }

    public XesElementNames Names { get; }

    public LogPlace Place => new(_lines.LineNumber, _lines.LinePosition);

    public bool IsElement { get; private set; }

    /// <summary>Whether the element has no content of its own: <c>&lt;event/&gt;</c>.</summary>
    public bool IsEmpty { get; private set; }

    public int Depth { get; private set; }

    /// <summary>The element's name without its prefix, as an object of <see cref="Names"/>.</summary>
    public string LocalName { get; private set; } = "";

    public bool Is(string name) => (object)LocalName == name;

    public bool Read()
    {
        _source.AtOnce = 0;
        if (!_reader.Read())
            return false;
        IsElement = _reader.NodeType == XmlNodeType.Element;
        Depth = _reader.Depth;
        if (!IsElement)
            return true;
        LocalName = _reader.LocalName;
        IsEmpty = _reader.IsEmptyElement;
        return Depth < _limits.DeepestNesting
            ? true
            : throw new LogFormatException($"elements are nested more than {_limits.DeepestNesting} deep.", Place);
    }

    /// <summary>Reads on inside an element of a depth; false at its end.</summary>
    public bool ReadWithin(int depth) => Read() && (Depth > depth || _reader.NodeType != XmlNodeType.EndElement);

    /// <summary>Passes over what is inside the element just read, and tells how many elements that were.</summary>
    public int SkipWithin()
    {
        if (!IsElement || IsEmpty)
            return 0;
        var depth = Depth;
        var elements = 0;
        while (ReadWithin(depth))
        {
            if (IsElement)
                elements++;
        }

        return elements;
    }

    /// <summary>
    /// The whole element with all inside it, within the same limits: for formats whose pieces are small and nested.
    /// </summary>
    public XElement Whole()
    {
        var depth = Depth;
        var root = Start();
        var current = root;
        if (IsEmpty)
            return root;
        var soFar = 0L;
        while (true)
        {
            if (!ReadWithin(depth))
                return root;
            if ((soFar += _source.AtOnce) > _limits.MostBytesAtOnce)
                throw new LogFormatException($"one piece of the file is larger than {_limits.MostBytesAtOnce} bytes.", Place);
            if (IsElement)
            {
                var child = Start();
                current.Add(child);
                if (!IsEmpty)
                    current = child;
            }
            else if (_reader.NodeType == XmlNodeType.EndElement)
            {
                current = current.Parent!;
            }
            else if (_reader.HasValue)
            {
                current.Add(_reader.Value);
            }
        }
    }

    /// <summary>The XML attribute of any name, as a string.</summary>
    public string? Plain(string name) => _reader.GetAttribute(name);

    /// <summary>The element's <c>key</c>; good until the next is read.</summary>
    public bool TryReadKey(out ReadOnlySpan<char> key)
    {
        key = MoveTo(Names.Key) ? Take(_key) : default;
        return !key.IsEmpty;
    }

    /// <summary>The element's <c>value</c>; good until the next is read.</summary>
    public bool TryReadValue(out ReadOnlySpan<char> value)
    {
        var isThere = MoveTo(Names.Value);
        value = isThere ? Take(_value) : default;
        return isThere;
    }

    /// <summary>The element's <c>value</c> as a string, null if it has none.</summary>
    public string? Value(int longest)
    {
        if (!MoveTo(Names.Value))
            return null;
        var value = _reader.Value;
        return value.Length <= longest ? value : throw new LogFormatException($"a value is longer than {longest} characters.", Place);
    }

    /// <summary>Whether the fault is that the file ends too early.</summary>
    public bool HasEnded(Exception broken) => broken is XmlException ? _source.HasEnded : _source.HasPackedEnded;

    public LogPlace PlaceOf(Exception broken) =>
        broken is XmlException { LineNumber: > 0 } xml ? new LogPlace(xml.LineNumber, xml.LinePosition) : Place;

    public void Dispose()
    {
        _reader.Dispose();
        _source.Dispose();
    }

    // Opening looks at the first bytes already.
    private static XmlReader Open(LogSource source, XmlReaderSettings settings)
    {
        try
        {
            return XmlReader.Create(source, settings);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            throw new LogFormatException($"the file cannot be read: {broken.Message}", LogPlace.None, broken);
        }
    }

    private XElement Start()
    {
        var element = new XElement(LocalName);
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (_reader.Prefix.Length == 0 && _reader.LocalName != "xmlns")
                element.SetAttributeValue(_reader.LocalName, _reader.Value);
        }

        return element;
    }

    private bool MoveTo(string name)
    {
        // The key stands before the value in most files: go on from where the reader is, and only then start again.
        while (_reader.MoveToNextAttribute())
        {
            if (IsAt(name))
                return true;
        }

        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (IsAt(name))
                return true;
        }

        return false;
    }

    private bool IsAt(string name) => (object)_reader.LocalName == name && _reader.Prefix.Length == 0;

    private ReadOnlySpan<char> Take(char[] buffer)
    {
        // An attribute's value is whole in memory: less than there is room for is all of it.
        var length = _reader.ReadValueChunk(buffer, 0, buffer.Length);
        if (length == buffer.Length)
            throw new LogFormatException($"a key, name or date is longer than {_limits.LongestName} characters.", Place);
        return buffer.AsSpan(0, length);
    }
}
