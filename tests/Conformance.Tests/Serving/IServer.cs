namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>A server for one case: the functions of the case, and nothing else in it yet.</summary>
public interface IServer : IAsyncDisposable
{
    /// <summary>Its API.</summary>
    ApiSession Api { get; }

    /// <summary>Lets some time pass, in which its executions get on.</summary>
    Task PassTimeAsync();
}
