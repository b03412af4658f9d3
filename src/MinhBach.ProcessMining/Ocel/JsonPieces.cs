using System.Text.Json;

namespace MinhBach.ProcessMining;

/// <summary>Walks through JSON that is larger than memory: token by token, or a whole value at a time.</summary>
internal sealed class JsonPieces(LogSource source, LogLimits limits)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _line = 1;
    private bool _isFinal;
    private bool _hasBegun;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = limits.DeepestNesting });

    public JsonTokenType Token { get; private set; }

    /// <summary>The name, if the token is one.</summary>
    public string Name { get; private set; } = "";

    public int Depth { get; private set; }

    public LogPlace Place => new(_line, 0);

    public bool HasEnded => _isFinal && source.HasEnded;

    /// <summary>Reads a token; false at the end.</summary>
    public bool Read()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                Token = reader.TokenType;
                Depth = reader.CurrentDepth;
                Name = Token == JsonTokenType.PropertyName ? NameOf(ref reader) : "";
                Consume(ref reader);
                return true;
            }

            if (_isFinal)
                return false;
            Fill();
        }
    }

    /// <summary>Reads the next value of an array whole; null at the array's end.</summary>
    public JsonDocument? Next()
    {
        while (true)
        {
            var reader = Reader();
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    Consume(ref reader);
                    return null;
                }

                if (JsonDocument.TryParseValue(ref reader, out var value))
                {
                    Consume(ref reader);
                    return value;
                }
            }

            Fill();
        }
    }

    /// <summary>Passes over the next value, whatever it is.</summary>
    public void Skip()
    {
        if (!Read() || Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var depth = Depth;
        while (Read() && Depth > depth)
        {
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("A name is not UTF-8.", broken);
        }
    }

    private Utf8JsonReader Reader()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            Fill();
            if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
                _start = 3;
        }

        return new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
    }

    private void Consume(ref Utf8JsonReader reader)
    {
        var bytes = (int)reader.BytesConsumed;
        _line += _buffer.AsSpan(_start, bytes).Count((byte)'\n');
        _start += bytes;
        _state = reader.CurrentState;
        source.AtOnce = 0;
    }

    private void Fill()
    {
        if (_isFinal)
            throw new JsonException("The text ends in the middle.");
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end > limits.MostBytesAtOnce)
            throw new LogFormatException($"one value is larger than {limits.MostBytesAtOnce} bytes.", Place);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        // All the room there is: a value is looked at again for every filling, and a trickle would make that many times.
        var room = _buffer.AsSpan(_end);
        var read = source.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        _isFinal = read < room.Length;
        _end += read;
    }
}
