using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Functions.Storage.Schedules;

/// <summary>What must be known of a firing to say which are forgotten.</summary>
internal sealed record KnownFiring(string RowKey, string Id, DateTimeOffset Due, bool IsOpen, bool HasFired, DateTimeOffset? FiredAt)
{
    /// <summary>The properties it is read from.</summary>
    public static readonly string[] Properties =
        ["PartitionKey", "RowKey", ScheduleEntity.Id, ScheduleEntity.Due, ScheduleEntity.IsOpen, ScheduleEntity.Status, ScheduleEntity.FiredAt];

    public static KnownFiring Of(TableEntity entity) => new(
        entity.RowKey,
        entity.GetString(ScheduleEntity.Id),
        entity.GetDateTimeOffset(ScheduleEntity.Due)!.Value,
        entity.GetBoolean(ScheduleEntity.IsOpen)!.Value,
        entity.GetString(ScheduleEntity.Status) == nameof(FiringStatus.Fired),
        entity.GetDateTimeOffset(ScheduleEntity.FiredAt));

    public static KnownFiring Of(Firing firing) => new(
        ScheduleEntity.KeyOf(firing.Schedule, firing.Id), firing.Id, firing.Due, firing.IsOpen, firing.Status == FiringStatus.Fired, firing.FiredAt);

    /// <summary>The one that fired last.</summary>
    public static KnownFiring? LastFired(IEnumerable<KnownFiring> firings) => firings.Where(firing => firing.HasFired).MaxBy(firing => (firing.FiredAt, firing.Due));
}
