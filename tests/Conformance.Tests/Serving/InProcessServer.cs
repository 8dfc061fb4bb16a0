using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>A server with nothing in it yet, for one case.</summary>
internal sealed class InProcessServer : IDisposable
{
    public InProcessServer(JsonObject filled)
    {
        ArgumentNullException.ThrowIfNull(filled);
        var catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme("us-east-1", Births.Account), TimeProvider.System);
        Api = new ApiSession(catalog, new FinishedExecution(Births.Of(JsonObject.Empty), null!));
    }

    public ApiSession Api { get; }

    public void Dispose() => Api.Dispose();
}
