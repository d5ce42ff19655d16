using System.Net;
using System.Net.Sockets;

namespace Cds.CdsHooks.Tests.Hosting;

/// <summary>
/// Ports for servers that come back where they were, or whose address others are told before they listen. They lie below those that the system gives to whoever
/// asks for any port, so that no other test gets one while its server is away.
/// </summary>
internal static class LastingPort
{
    private const int Lowest = 10_000, Highest = 19_999;

    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Given = [];

    /// <summary>A port that nobody listens on, and that no other test is given.</summary>
    public static int Next()
    {
        lock (Gate)
        {
            while (true)
            {
                int port = Random.Shared.Next(Lowest, Highest + 1);
                if (Given.Add(port) && IsFree(port)) return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
