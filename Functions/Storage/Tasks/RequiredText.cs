using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Texts that an entity must have.</summary>
internal static class RequiredText
{
    /// <summary>A text of an entity.</summary>
    /// <exception cref="InvalidDataException">It is not there: the entity is not one of ours.</exception>
    public static string Required(this TableEntity entity, string name) => entity.GetString(name)
        ?? throw new InvalidDataException($"'{entity.PartitionKey}' / '{entity.RowKey}': expected a text '{name}', found none.");
}
