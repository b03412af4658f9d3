namespace MinhBach.Procedures.Import;

/// <summary>A file is not what it should be; the message says what and where, in words for the person who brought it.</summary>
public sealed class CatalogueFileBrokenException : Exception
{
    public CatalogueFileBrokenException(string message)
        : base(message)
    {
    }

    public CatalogueFileBrokenException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public CatalogueFileBrokenException()
    {
    }
}
