using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources.Services;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary>Which buckets there are: a bucket is a first folder of the blob store.</summary>
public sealed class BucketDirectory(IBlobStore blobs, ServiceOptions options)
{
    private readonly ConcurrentDictionary<string, bool> made = [];

    /// <summary>Makes a bucket.</summary>
    public void Add(string name) => made[name] = true;

    /// <summary>Whether a bucket is there: it was made, something lies in it, or naming it is enough.</summary>
    public async ValueTask<bool> ContainsAsync(string name, CancellationToken cancellationToken) =>
        options.CreatesOnFirstUse || made.ContainsKey(name) || (await blobs.ListAsync(name, cancellationToken)).Count > 0;
}
