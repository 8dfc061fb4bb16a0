using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Credentials;

/// <summary>What is known of who calls.</summary>
internal abstract record Identity
{
    private Identity()
    {
    }

    /// <summary>Nothing was shown.</summary>
    public sealed record Nobody : Identity;

    /// <summary>What was shown is good.</summary>
    public sealed record Known(Caller Caller) : Identity;

    /// <summary>A session was shown that has ended.</summary>
    public sealed record Ended : Identity;

    /// <summary>What was shown is not.</summary>
    /// <param name="Claimed">What it claimed to be: a key's id, <c>oidc</c>, or empty.</param>
    /// <param name="Denial">What is answered.</param>
    public sealed record Refused(string Claimed, Denial Denial) : Identity;
}
