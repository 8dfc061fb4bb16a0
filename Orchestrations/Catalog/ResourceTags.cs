using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>The tags of resources, in the order in which their keys were added.</summary>
/// <remarks>Tags belong to the resource that was created when they say: those that an earlier one of the same ARN has left behind count for nothing.</remarks>
public sealed class ResourceTags(IResourceDocuments documents)
{
    /// <summary>How many tags a resource may have.</summary>
    public const int Most = 50;

    private const string Kind = "tags";

    /// <summary>Gives a new resource its tags. One that has had tags since keeps those: the wish to create it is not one to change it.</summary>
    public async ValueTask BeginAsync(string resourceArn, DateTimeOffset created, ValueList<ResourceTag> tags, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        while (tags.Count > 0)
        {
            var found = await documents.FindAsync(Kind, resourceArn, cancellationToken);
            if (Read(found, created) is not null || await TryPutAsync(found, resourceArn, created, Merged([], tags), cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The tags of a resource.</summary>
    public async ValueTask<ValueList<ResourceTag>> ListAsync(string resourceArn, DateTimeOffset created, CancellationToken cancellationToken = default) =>
        Read(await documents.FindAsync(Kind, resourceArn, cancellationToken), created) ?? [];

    /// <summary>Adds tags, in place of those of the same keys.</summary>
    /// <exception cref="RefusedException">There would be too many; none is added then.</exception>
    public async ValueTask AddAsync(string resourceArn, DateTimeOffset created, ValueList<ResourceTag> tags, CancellationToken cancellationToken = default) =>
        await ChangeAsync(resourceArn, created, known => Bounded(Merged(known, tags), resourceArn), cancellationToken);

    /// <summary>Takes tags away by their keys. One that is not there is no error.</summary>
    public async ValueTask RemoveAsync(string resourceArn, DateTimeOffset created, IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default) =>
        await ChangeAsync(resourceArn, created, known => [.. known.Where(tag => !keys.Contains(tag.Key))], cancellationToken);

    /// <summary>Forgets the tags of a resource that is gone.</summary>
    public ValueTask ForgetAsync(string resourceArn, CancellationToken cancellationToken = default) => documents.DeleteAsync(Kind, resourceArn, cancellationToken);

    private async ValueTask ChangeAsync(
        string resourceArn, DateTimeOffset created, Func<ValueList<ResourceTag>, ValueList<ResourceTag>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await documents.FindAsync(Kind, resourceArn, cancellationToken);
            var before = Read(found, created) ?? [];
            var after = change(before);
            if (after.Equals(before) || await TryPutAsync(found, resourceArn, created, after, cancellationToken))
            {
                return;
            }
        }
    }

    private static ValueList<ResourceTag> Merged(ValueList<ResourceTag> known, ValueList<ResourceTag> added)
    {
        var values = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in known.Concat(added))
        {
            values[tag.Key] = tag.Value;
        }

        return [.. values.Select(tag => new ResourceTag(tag.Key, tag.Value))];
    }

    private static ValueList<ResourceTag> Bounded(ValueList<ResourceTag> tags, string resourceArn) => tags.Count <= Most
        ? tags
        : throw new RefusedException(Refusal.TooManyTags, $"Too many tags have been added to the resource: '{resourceArn}'") { ResourceName = resourceArn };

    private ValueTask<bool> TryPutAsync(ResourceDocument? found, string arn, DateTimeOffset created, ValueList<ResourceTag> tags, CancellationToken cancellationToken)
    {
        var content = JsonObject.Of(
            ("created", Json.Of(created.ToUnixTimeMilliseconds())),
            ("tags", JsonArray.Of(tags.Select(tag => JsonArray.Of(Json.Of(tag.Key), Json.Of(tag.Value))))));
        return documents.TryPutAsync(new ResourceDocument(Kind, arn, content, found?.Edition), cancellationToken);
    }

    private static ValueList<ResourceTag>? Read(ResourceDocument? found, DateTimeOffset created) =>
        found?.Content is JsonObject content && Json.Of(created.ToUnixTimeMilliseconds()).Equals(content["created"]) && content["tags"] is JsonArray tags
            ? [.. tags.Select(ReadTag)]
            : null;

    private static ResourceTag ReadTag(Json json) => json is JsonArray { Count: 2 } pair && pair[0] is JsonString key && pair[1] is JsonString value
        ? new ResourceTag(key.Value, value.Value)
        : throw new FormatException($"expected a tag as a pair of texts, found {json}");
}
