namespace MinhBach.Kernel;

/// <summary>Something that this process keeps in memory of what the database holds.</summary>
public interface INodeMemory
{
    /// <summary>Rises whenever something else is held than before, whoever changed it: what was made of it is then behind.</summary>
    long Version { get; }

    /// <summary>Takes over what other nodes changed since the last time. Asked every two seconds: cheap when nothing changed.</summary>
    Task RefreshAsync(CancellationToken cancellation);
}
