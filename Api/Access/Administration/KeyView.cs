using System.ComponentModel;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Administration;

[DisplayName("Key")]
[Description("An API key.")]
internal sealed record KeyView
{
    public required string Id { get; init; }

    public required string Owner { get; init; }

    public required IReadOnlyList<KeyRole> Roles { get; init; }

    [Description("For which machines it is; missing for all.")]
    public IReadOnlyList<string>? Machines { get; init; }

    [Description("Whether it opens anything.")]
    public required KeyState State { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Expires { get; init; }

    [Description("When it was used last, to the minute or so.")]
    public DateTimeOffset? LastUsed { get; init; }

    public DateTimeOffset? Revoked { get; init; }

    [Description("Until when the secret before the last rotation is good as well.")]
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    [Description("The secret. It is shown this once and never again.")]
    public string? Secret { get; init; }

    public static KeyView Of(ApiKey key, DateTimeOffset now, string? secret = null) => new()
    {
        Id = key.Id,
        Owner = key.Owner,
        Roles = [.. Enum.GetValues<KeyRole>().Where(role => key.Roles.HasFlag((Roles)role))],
        Machines = key.Machines.IsAll ? null : key.Machines.Patterns,
        State = key.State(now),
        Created = key.Created,
        Expires = key.Expires,
        LastUsed = key.LastUsed,
        Revoked = key.Revoked,
        PreviousSecretUntil = key.Previous?.ValidUntil is { } until && until > now ? until : null,
        Secret = secret,
    };
}
