using System.Net;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>Where somebody says that a log is: a web address or a folder.</summary>
internal static class LogAddress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Opens it; nothing is read yet.</summary>
    /// <param name="address">As it was given.</param>
    /// <param name="cancellation">Ends all reading.</param>
    /// <exception cref="RuleBroken">It is neither.</exception>
    public static ILogSource Open(string address, CancellationToken cancellation = default)
    {
        if (address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal))
        {
            if (!Uri.TryCreate(address.EndsWith('/') ? address : address + "/", UriKind.Absolute, out var prefix)) throw Wrong(address);
            // Lives as long as the program.
            return new SteadySource(new(new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { Timeout = Patience }, prefix), Pause, cancellation);
        }

        return Directory.Exists(address) ? new LogFolder(address) : throw Wrong(address);
    }

    private static RuleBroken Wrong(string address) => new("watch.address", "“{0}” không phải địa chỉ http(s) hay thư mục của một nhật ký công khai.", address);
}
