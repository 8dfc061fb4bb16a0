using System.Net;
using System.Net.Sockets;

namespace TaskOrchestration.Support;

/// <summary>A port for somebody who has to be told of one.</summary>
public static class FreePort
{
    /// <summary>Below the ports that systems give out by themselves (from 32,768 on Linux), so that nobody is given this one before it is used.</summary>
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>One that is free just now.</summary>
    public static int Find()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(First, Last));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Then another one.
            }
        }
    }
}
