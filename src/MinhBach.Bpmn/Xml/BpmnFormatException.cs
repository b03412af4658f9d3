namespace MinhBach.Bpmn;

/// <summary>The file is not a BPMN 2.0 file that we read: not XML, hostile, too large, or something else altogether. The message can be shown to people.</summary>
public sealed class BpmnFormatException : Exception
{
    /// <summary>A refusal at a place in the file.</summary>
    /// <param name="message">What is wrong, in plain words.</param>
    /// <param name="line">Line, from 1; 0 where the whole file is meant.</param>
    /// <param name="column">Column, from 1; 0 where the whole file is meant.</param>
    /// <param name="inner">What the XML reader said, if it did.</param>
    public BpmnFormatException(string message, int line = 0, int column = 0, Exception? inner = null)
        : base(line > 0 ? $"Line {line}, column {column}: {message}" : message, inner)
    {
        Line = line;
        Column = column;
    }

    /// <summary>Line in the file, from 1; 0 where the whole file is meant.</summary>
    public int Line { get; }

    /// <summary>Column in the line, from 1; 0 where the whole file is meant.</summary>
    public int Column { get; }
}
