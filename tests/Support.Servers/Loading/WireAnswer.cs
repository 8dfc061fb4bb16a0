using System.Text;

namespace TaskOrchestration.Support.Servers.Loading;

/// <summary>What the Step Functions API has answered.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body, until the next request goes over the same connection.</param>
public readonly record struct WireAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Status == 200;

    /// <summary>Whether the client is to try again later, as every SDK does by itself.</summary>
    public bool IsThrottled => Status == 400 && Body.Span.IndexOf("\"ThrottlingException\""u8) >= 0;

    /// <summary>A text of the body that stands there without escapes.</summary>
    /// <exception cref="InvalidOperationException">It has no such member.</exception>
    public string Text(string member)
    {
        var begin = Encoding.ASCII.GetBytes($"\"{member}\":\"");
        var at = Body.Span.IndexOf(begin);
        if (at < 0)
        {
            throw new InvalidOperationException($"expected an answer with {member}, found {this}");
        }

        var rest = Body.Span[(at + begin.Length)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Encoding.UTF8.GetString(Body.Span)}";
}
