using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Access;

/// <summary>A data folder with keys in it, and a clock.</summary>
internal sealed class AccessFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SecretBox _box;

    public AccessFolder()
    {
        _box = new SecretBox(MasterKey.LoadOrCreate(Path));
        Store = new SqliteApiKeyStore(Path);
        Keys = new ApiKeys(Store, _box, Time);
        Ring = new KeyRing(Store, _box, Time, NullLogger<KeyRing>.Instance);
    }

    public string Path => _folder.Path;

    public ManualTimeProvider Time { get; } = new();

    public SqliteApiKeyStore Store { get; }

    public ApiKeys Keys { get; }

    public KeyRing Ring { get; }

    public void Dispose()
    {
        Store.Dispose();
        _box.Dispose();
        _folder.Dispose();
    }
}
