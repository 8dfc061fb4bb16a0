using System.Text;

namespace TaskOrchestration.Domain.Access;

/// <summary>What the audit journal is told about one call. A text that there is nothing to say for is empty.</summary>
public sealed record AuditEntry
{
    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The caller's name; empty if nobody knows it.</summary>
    public string Who { get; init; } = "";

    /// <summary>What the caller showed: a key's id, <c>oidc</c>, <c>anonymous</c>, <c>cli</c>. If it was refused, what was claimed.</summary>
    public string Credential { get; init; } = "";

    /// <summary>What was asked for: <c>states:StartExecution</c>, <c>POST /api/v1/tasks/{id}/cancel</c>, <c>keys:revoke</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was asked of: an ARN, a path, a key's id.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The network address it came from.</summary>
    public string Address { get; init; } = "";

    /// <summary>The program it came from, as that calls itself.</summary>
    public string Agent { get; init; } = "";

    /// <summary>The request's id, which the answer has as well.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The HTTP status of the answer; 0 for what did not come over HTTP.</summary>
    public int Status { get; init; }

    /// <summary>How it ended: <c>ok</c>, or the error's code.</summary>
    public required string Outcome { get; init; }

    /// <summary>
    /// The entry as a journal keeps it: the time in UTC to the millisecond, texts of limited length in which control characters and halves of characters
    /// are replaced. Texts come out of requests; kept so, they are the same after any store has written and read them.
    /// </summary>
    public AuditEntry AsKept() => this with
    {
        Time = DateTimeOffset.FromUnixTimeMilliseconds(Time.ToUnixTimeMilliseconds()),
        Who = Clean(Who),
        Credential = Clean(Credential),
        Action = Clean(Action),
        Resource = Clean(Resource),
        Address = Clean(Address),
        Agent = Clean(Agent),
        RequestId = Clean(RequestId),
        Outcome = Clean(Outcome),
    };

    private static string Clean(string text)
    {
        const int Longest = 1_024;
        if (text.Length <= Longest && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }
}
