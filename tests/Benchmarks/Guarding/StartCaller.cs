using System.Net.Sockets;
using System.Text;

namespace TaskOrchestration.Benchmarks.Guarding;

/// <summary>A connection over which one request is sent again and again. The bytes are written down beforehand: what a client's library costs is not measured.</summary>
internal sealed class StartCaller : IDisposable
{
    private readonly TcpClient client = new() { NoDelay = true };
    private readonly byte[] buffer = new byte[16 * 1024];

    public static async Task<StartCaller> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var caller = new StartCaller();
        await caller.client.ConnectAsync(address.Host, address.Port, cancellationToken);
        return caller;
    }

    /// <summary>Sends the request and reads the answer to its end.</summary>
    /// <exception cref="InvalidOperationException">It was turned down.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var stream = client.GetStream();
        await stream.WriteAsync(request, cancellationToken);
        var (read, whole) = (0, int.MaxValue);
        while (read < whole)
        {
            var more = await stream.ReadAsync(buffer.AsMemory(read), cancellationToken);
            read = more > 0 ? read + more : throw new InvalidOperationException("expected an answer, found the end of the connection");
            whole = whole == int.MaxValue ? LengthOf(buffer.AsSpan(0, read)) : whole;
        }

        if (!buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"expected a start, found {Encoding.UTF8.GetString(buffer, 0, read)}");
        }
    }

    public void Dispose() => client.Dispose();

    private static int LengthOf(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return int.MaxValue;
        }

        var name = "Content-Length: "u8;
        var digits = answer[(answer.IndexOf(name) + name.Length)..];
        return end + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
