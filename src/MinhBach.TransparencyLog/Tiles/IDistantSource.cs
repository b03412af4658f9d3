namespace MinhBach.TransparencyLog;

/// <summary>A source whose files take a while to come. <see cref="LogCheck"/> asks it for several at once.</summary>
public interface IDistantSource : ILogSource
{
    /// <summary>The bytes of a file; null if there is none.</summary>
    /// <param name="path">As in <see cref="ILogSource.Read"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="LogException">It cannot be read.</exception>
    Task<byte[]?> ReadAsync(string path, CancellationToken cancellation = default);
}
