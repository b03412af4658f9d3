using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MinhBach.Testing;

/// <summary>A wire to a port of this machine that can be cut and mended: what runs over it ends, and nothing new gets through.</summary>
public sealed class CuttableWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly int target;
    private readonly Task accepting;
    private volatile bool isCut;

    /// <summary>Lays a wire to a port of 127.0.0.1.</summary>
    public CuttableWire(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    /// <summary>The near end, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Ends every connection in the middle of whatever it carries.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var client in open.Keys) client.Client?.Close(0);
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => isCut = false;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Cut();
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
            // The wire was taken down.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                if (isCut) return;
                await far.ConnectAsync(IPAddress.Loopback, target);
                open[near] = open[far] = true;
                if (isCut) return;
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
            catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // That is what a wire is cut for.
            }
            finally
            {
                open.TryRemove(near, out _);
                open.TryRemove(far, out _);
            }
        }
    }
}
