namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>How a task makes itself known to somebody else's API.</summary>
public abstract record HttpAuthorization
{
    private HttpAuthorization() { }

    /// <summary>Not at all.</summary>
    public static readonly HttpAuthorization Nobody = new Anonymous();

    /// <summary>By name and password.</summary>
    public sealed record Basic(string Username, string Password) : HttpAuthorization
    {
        /// <inheritdoc/>
        public override string ToString() => $"Basic {Username}";
    }

    /// <summary>By a header that says something only both know.</summary>
    public sealed record ApiKey(string Header, string Value) : HttpAuthorization
    {
        /// <inheritdoc/>
        public override string ToString() => $"ApiKey {Header}";
    }

    /// <summary>By a token that is fetched first (OAuth 2, client credentials).</summary>
    public sealed record ClientCredentials(Uri TokenUrl, string ClientId, string ClientSecret, string? Scope) : HttpAuthorization
    {
        /// <inheritdoc/>
        public override string ToString() => $"ClientCredentials {ClientId}";
    }

    private sealed record Anonymous : HttpAuthorization;
}
