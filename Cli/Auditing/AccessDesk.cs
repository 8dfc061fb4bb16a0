using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Cli.Auditing;

/// <summary>The keys and the audit journal of a data folder, open beside whatever server has it open as well.</summary>
internal sealed class AccessDesk : IDisposable
{
    private readonly SqliteApiKeyStore _store;
    private readonly SqliteAuditJournal _journal;
    private readonly SecretBox _box;

    private AccessDesk(string folder)
    {
        _box = new SecretBox(MasterKey.LoadOrCreate(folder));
        _store = new SqliteApiKeyStore(folder);
        _journal = new SqliteAuditJournal(folder, AuditSettings.HeadFileOf(folder));
        Keys = new ApiKeys(_store, _box, TimeProvider.System);
    }

    /// <summary>The keys.</summary>
    public ApiKeys Keys { get; }

    /// <summary>The journal.</summary>
    public IAuditJournal Journal => _journal;

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>Opens those of a folder.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="isMade">Whether they are made if they are not there.</param>
    /// <exception cref="InvalidDataException">The master key is not what it should be.</exception>
    /// <exception cref="IOException">The disk refuses, or they are not there and not to be made.</exception>
    public static AccessDesk Open(string dataFolder, bool isMade)
    {
        var folder = Path.GetFullPath(dataFolder);
        if (!isMade && !File.Exists(Path.Combine(folder, SqliteApiKeyStore.FileName)))
        {
            throw new IOException($"There are no API keys in {folder}: none has been made there yet, or it is not a data folder.");
        }

        try
        {
            return new AccessDesk(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The data folder {folder} cannot be written: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _journal.Dispose();
        _store.Dispose();
        _box.Dispose();
    }
}
