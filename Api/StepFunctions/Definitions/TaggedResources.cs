using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>The tags of whatever can have some on this server.</summary>
internal sealed class TaggedResources(StateMachineCatalog catalog, IEnumerable<ITaggedResource> kinds)
{
    public async ValueTask<ValueList<ResourceTag>> ListAsync(string arn, CancellationToken cancellationToken) =>
        await catalog.Tags.ListAsync(arn, await CreationOfAsync(arn, cancellationToken), cancellationToken);

    public async ValueTask AddAsync(string arn, ValueList<ResourceTag> tags, CancellationToken cancellationToken) =>
        await catalog.Tags.AddAsync(arn, await CreationOfAsync(arn, cancellationToken), tags, cancellationToken);

    public async ValueTask RemoveAsync(string arn, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        await catalog.Tags.RemoveAsync(arn, await CreationOfAsync(arn, cancellationToken), keys, cancellationToken);

    private async ValueTask<DateTimeOffset> CreationOfAsync(string arn, CancellationToken cancellationToken)
    {
        foreach (var kind in kinds)
        {
            if (await kind.FindCreationAsync(arn, cancellationToken) is { } created)
            {
                return created;
            }
        }

        throw AwsErrors.TaggedResourceNotFound(arn);
    }
}
