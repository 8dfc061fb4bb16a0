using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Access;

public sealed class SqliteApiKeyStoreTests : ApiKeyStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteApiKeyStore? _store;

    public void Dispose()
    {
        _store?.Dispose();
        _folder.Dispose();
    }

    protected override IApiKeyStore CreateStore() => _store = new SqliteApiKeyStore(_folder.Path);
}
