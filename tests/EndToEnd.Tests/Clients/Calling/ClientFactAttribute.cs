namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>A test that needs clients. Where the machine lacks one of them, it is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientFactAttribute : FactAttribute
{
    /// <summary>A test that needs these clients.</summary>
    /// <param name="clients">Some of <see cref="ClientNames"/>.</param>
    public ClientFactAttribute(params string[] clients)
    {
        Clients = clients;
        Skip = ClientNames.Obstacle(clients);
    }

    /// <summary>Which ones.</summary>
    public IReadOnlyList<string> Clients { get; }
}
