using Microsoft.Extensions.Configuration;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>The key with which an operator gets in who has no identity provider: it is made from a setting while there are no keys at all.</summary>
internal sealed class FirstAdminKey(IConfiguration settings, IApiKeyStore store, SecretBox box, IAuditJournal journal, TimeProvider time)
{
    private const string Owner = "admin";

    /// <summary>Makes it, if the setting names one and there are no keys. Of several instances at once one makes it.</summary>
    /// <exception cref="InvalidDataException">The setting is no key.</exception>
    public async ValueTask MakeAsync(CancellationToken cancellationToken = default)
    {
        if (Read(settings) is not var (id, secret))
        {
            return;
        }

        var key = new ApiKey
        {
            Id = id,
            Owner = Owner,
            Roles = Roles.Admin,
            Created = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            Secret = box.Store(id, secret),
        };
        if (await store.TrySaveFirstAsync(key, cancellationToken) is not null)
        {
            await journal.AppendAsync(Entry(id), cancellationToken);
        }
    }

    /// <summary>What the setting says.</summary>
    /// <exception cref="InvalidDataException">It is no key.</exception>
    public static (string Id, string Secret)? Read(IConfiguration settings)
    {
        if (settings[SettingNames.FirstAdminKey] is not { Length: > 0 } text)
        {
            return null;
        }

        var parts = text.Trim().Split('.');
        return parts is [var id, var secret] && KeyForm.IsId(id) && KeyForm.IsSecret(secret)
            ? (id, secret)
            : throw new InvalidDataException(
                $"Expected ID.SECRET in the setting {SettingNames.FirstAdminKey}, with an id of {KeyForm.Prefix} and {KeyForm.IdLength - KeyForm.Prefix.Length} capital letters and digits"
                + $" and a secret of {KeyForm.SecretLength} letters and digits; found something else.");
    }

    private AuditEntry Entry(string id) => new()
    {
        Time = time.GetUtcNow(),
        Who = Owner,
        Credential = "setting",
        Action = "keys:create",
        Resource = $"{id} of {Owner}: admin",
        Agent = "taskorch",
        Outcome = "ok",
    };
}
