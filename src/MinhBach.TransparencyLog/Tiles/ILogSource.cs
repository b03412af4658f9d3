namespace MinhBach.TransparencyLog;

/// <summary>Where the files of a log are read: a folder, a web server, memory. What it gives is not believed.</summary>
public interface ILogSource
{
    /// <summary>The bytes of a file; null if there is none.</summary>
    /// <param name="path">Below the log's prefix: <c>checkpoint</c>, or that of a <see cref="Tile"/>.</param>
    /// <exception cref="LogException">It cannot be read.</exception>
    byte[]? Read(string path);
}
