using TaskOrchestration.Api.Access.Signatures;

namespace TaskOrchestration.Api.Access.Credentials;

/// <summary>What a request shows of who sends it.</summary>
internal abstract record Credential
{
    private Credential()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record None : Credential;

    /// <summary>A key's id and its secret.</summary>
    public sealed record Key(string Id, string Secret) : Credential;

    /// <summary>A token of an identity provider.</summary>
    public sealed record Token(string Text) : Credential;

    /// <summary>A signature made with a key's secret.</summary>
    public sealed record Signed(RequestSignature Signature) : Credential;

    /// <summary>A session of the console, as the browser keeps it.</summary>
    public sealed record Cookie(string Closed) : Credential;

    /// <summary>Something that is none of these.</summary>
    /// <param name="Reason">What was expected and what was found; never the secret part.</param>
    public sealed record Malformed(string Reason) : Credential;
}
