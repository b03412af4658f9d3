namespace MinhBach.TransparencyLog;

/// <summary>A private key in a file that its owner alone can read. One line.</summary>
public static class SignerKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a new file, with the mode 0600 from its first moment on.</summary>
    /// <exception cref="IOException">There is a file already: a key is never overwritten.</exception>
    public static void Create(string path, SignerKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(LogText.ToUtf8(key.Export() + "\n", "a private key"));
        file.Flush(flushToDisk: true);
        Posix.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="LogException">Others than its owner may read or write it, or it holds no key.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SignerKey Read(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None)
            throw new LogException($"The private key {path} is open to others than its owner ({mode}). Close it with chmod 600, and consider whether it is still secret.");
        return SignerKey.Parse(File.ReadAllText(path).TrimEnd('\n'));
    }
}
