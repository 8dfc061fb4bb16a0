using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Where API keys are kept.</summary>
public interface IApiKeyStore
{
    /// <summary>The key of this id as it was last saved; none if there is none.</summary>
    ValueTask<ApiKey?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>All keys, oldest first.</summary>
    ValueTask<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Saves the key if nobody has saved it since it was read. Once this returns, the change is durable.</summary>
    /// <returns>The key with its new version; none if somebody else was first, and then nothing is changed.</returns>
    ValueTask<ApiKey?> TrySaveAsync(ApiKey key, CancellationToken cancellationToken = default);

    /// <summary>Saves the key if there is none at all yet.</summary>
    /// <returns>The key with its version; none if there are keys, and then nothing is changed.</returns>
    ValueTask<ApiKey?> TrySaveFirstAsync(ApiKey key, CancellationToken cancellationToken = default);

    /// <summary>Notes when a key was used. Does not count as a change of it.</summary>
    ValueTask NoteUseAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>A number that is another one whenever a key may have changed, whichever process has changed it. Cheap enough for every request.</summary>
    long Revision();
}
