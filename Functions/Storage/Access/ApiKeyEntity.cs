using Azure.Data.Tables;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>An API key as an entity.</summary>
internal static class ApiKeyEntity
{
    /// <summary>The partition of all keys.</summary>
    public const string Partition = "keys";

    private const string LastUsed = "LastUsed";
    private const string Previous = "Previous";

    public static string KeyOf(string id) => $"k|{KeyText.Of(id)}";

    public static TableEntity Write(ApiKey key)
    {
        var entity = new TableEntity(Partition, KeyOf(key.Id))
        {
            ["Id"] = key.Id,
            ["Version"] = key.Version,
            ["Owner"] = key.Owner,
            ["Roles"] = (int)key.Roles,
            ["Created"] = key.Created.ToUniversalTime(),
        };
        if (!key.Machines.IsAll)
        {
            entity["Machines"] = string.Join('\n', key.Machines.Patterns);
        }

        SetTime(entity, "Expires", key.Expires);
        SetTime(entity, "Revoked", key.Revoked);
        SetTime(entity, LastUsed, key.LastUsed);
        SetSecret(entity, "", key.Secret);
        if (key.Previous is { } previous)
        {
            SetSecret(entity, Previous, previous);
        }

        return entity;
    }

    public static ApiKey Read(TableEntity entity) => new()
    {
        Id = entity.GetString("Id"),
        Version = entity.GetInt64("Version")!.Value,
        Owner = entity.GetString("Owner"),
        Roles = (Roles)entity.GetInt32("Roles")!.Value,
        Machines = entity.GetString("Machines") is { } machines ? new MachineScope([.. machines.Split('\n')]) : MachineScope.All,
        Created = entity.GetDateTimeOffset("Created")!.Value,
        Expires = entity.GetDateTimeOffset("Expires"),
        Revoked = entity.GetDateTimeOffset("Revoked"),
        LastUsed = entity.GetDateTimeOffset(LastUsed),
        Secret = FindSecret(entity, "")!,
        Previous = FindSecret(entity, Previous),
    };

    private static void SetSecret(TableEntity entity, string which, StoredSecret secret)
    {
        entity[$"{which}Hash"] = secret.Hash;
        entity[$"{which}Sealed"] = secret.Sealed;
        SetTime(entity, $"{which}ValidUntil", secret.ValidUntil);
    }

    private static StoredSecret? FindSecret(TableEntity entity, string which) => entity.GetString($"{which}Hash") is { } hash
        ? new StoredSecret(hash, entity.GetString($"{which}Sealed"), entity.GetDateTimeOffset($"{which}ValidUntil"))
        : null;

    private static void SetTime(TableEntity entity, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            entity[name] = known.ToUniversalTime();
        }
    }
}
