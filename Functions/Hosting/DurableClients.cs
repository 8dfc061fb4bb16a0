using Microsoft.DurableTask.Client;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>The client of Durable Functions, for those who are no functions themselves.</summary>
/// <remarks>Durable Functions hands its client out by a binding and in no other way. Every function that binds one leaves it here.</remarks>
public sealed class DurableClients
{
    private volatile DurableTaskClient? current;

    /// <summary>The client that was handed out last.</summary>
    /// <exception cref="RefusedException">No function has been called yet.</exception>
    public DurableTaskClient Current => current ?? throw new RefusedException(Refusal.Unavailable, "Durable Functions is not ready yet; try again.");

    /// <summary>Keeps a client that was handed out.</summary>
    public void Use(DurableTaskClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        current = client;
    }
}
