using System.Buffers.Text;
using System.Net.Sockets;

namespace TaskOrchestration.Support.Servers.Loading;

/// <summary>A connection to the Step Functions API over which one request goes after the other, as cheaply as may be: the server under load shares the machine with whoever loads it.</summary>
/// <remarks>Every method throws an <see cref="IOException"/> or a <see cref="SocketException"/> when the server is gone.</remarks>
public sealed class WireConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly WireRequests requests;
    private byte[] buffer = new byte[8 * 1024];

    private WireConnection(WireRequests requests) => this.requests = requests;

    /// <summary>Connects.</summary>
    /// <param name="endpoint">Where the server is.</param>
    /// <param name="apiKey">The id and the secret of the key to sign with, with a dot between them; none for an anonymous server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WireConnection> OpenAsync(Uri endpoint, string? apiKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var connection = new WireConnection(new WireRequests(endpoint, apiKey));
        try
        {
            await connection.socket.ConnectAsync(endpoint.Host, endpoint.Port, cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Has an action carried out.</summary>
    /// <param name="action">For example <c>StartExecution</c>.</param>
    /// <param name="body">The request, as JSON.</param>
    /// <param name="cancellationToken">Gives up; the connection is of no use afterwards.</param>
    public async ValueTask<WireAnswer> CallAsync(string action, string body, CancellationToken cancellationToken = default)
    {
        await socket.SendAsync(requests.Write(action, body), cancellationToken);
        var (read, whole) = (0, int.MaxValue);
        while (read < whole)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read), cancellationToken);
            read = more > 0 ? read + more : throw new IOException("expected an answer, found the end of the connection");
            whole = whole == int.MaxValue ? LengthOf(buffer.AsSpan(0, read)) : whole;
            if (read == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        return AnswerIn(buffer.AsMemory(0, whole));
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    /// <summary>How long the answer is, or no end yet.</summary>
    private static int LengthOf(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return int.MaxValue;
        }

        var name = "\r\nContent-Length: "u8;
        return answer.IndexOf(name) is >= 0 and var at && Utf8Parser.TryParse(answer[(at + name.Length)..], out int length, out _)
            ? end + 4 + length
            : throw new IOException("expected an answer with a Content-Length, found one without");
    }

    private static WireAnswer AnswerIn(ReadOnlyMemory<byte> answer)
    {
        const int StatusAt = 9;
        return Utf8Parser.TryParse(answer.Span[StatusAt..], out int status, out _)
            ? new WireAnswer(status, answer[(answer.Span.IndexOf("\r\n\r\n"u8) + 4)..])
            : throw new IOException("expected an answer in HTTP/1.1, found something else");
    }
}
