using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>Sends requests as they are over one connection, and opens another when the server has closed it.</summary>
internal sealed class RawClient(Uri server) : IDisposable
{
    private const string LengthHeader = "content-length:";

    private TcpClient? connection;

    /// <summary>The status and the body of the answer.</summary>
    public async Task<(int Status, string Body)> SendAsync(RawRequest request)
    {
        if (connection is null)
        {
            connection = new TcpClient();
            await connection.ConnectAsync(server.Host, server.Port);
        }

        var stream = connection.GetStream();
        await stream.WriteAsync(request.Bytes());
        var head = await ReadHeadAsync(stream);
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase));
        var body = new byte[length is null ? 0 : int.Parse(length[LengthHeader.Length..], CultureInfo.InvariantCulture)];
        if (request.Method != "HEAD")
        {
            await stream.ReadExactlyAsync(body);
        }

        if (length is null || head.Contains("connection: close", StringComparison.OrdinalIgnoreCase))
        {
            Dispose();
        }

        return (int.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture), Encoding.UTF8.GetString(body));
    }

    public void Dispose()
    {
        connection?.Dispose();
        connection = null;
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new List<byte>(512);
        var one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(one);
            head.Add(one[0]);
        }

        return Encoding.UTF8.GetString([.. head]);
    }
}
