using System.Reflection;
using Xunit.Sdk;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>Runs a theory through a client. Where the machine lacks it, that is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ThroughAttribute : DataAttribute
{
    /// <summary>Through this client.</summary>
    /// <param name="client">One of <see cref="ClientNames"/>.</param>
    public ThroughAttribute(string client)
    {
        Client = client;
        Skip = ClientNames.Obstacle(client);
    }

    /// <summary>Which one.</summary>
    public string Client { get; }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Client]];
}
