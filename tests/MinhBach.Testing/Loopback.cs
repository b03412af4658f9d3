using System.Net;
using System.Net.Sockets;

namespace MinhBach.Testing;

/// <summary>This machine talking to itself.</summary>
public static class Loopback
{
    /// <summary>A port of 127.0.0.1 that was free a moment ago; another process may have taken it since.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
