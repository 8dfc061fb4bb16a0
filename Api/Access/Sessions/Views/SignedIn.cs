using System.ComponentModel;

namespace TaskOrchestration.Api.Access.Sessions.Views;

/// <summary>How a caller has shown who they are.</summary>
[Description("How the caller has shown who they are: not at all (the server asks nobody), with a session of the console, with an API key or a signature made with one, or with a token of an identity provider.")]
internal enum SignedIn
{
    /// <summary>Not at all: the server asks nobody.</summary>
    Anonymous,

    /// <summary>With a session.</summary>
    Session,

    /// <summary>With an API key, or a signature made with one.</summary>
    Key,

    /// <summary>With a token of an identity provider.</summary>
    Token,
}
