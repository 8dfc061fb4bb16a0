using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Schedules;

/// <summary>Schedules and firings as entities of one partition, so that what is decided of a schedule and its firings changes at once.</summary>
internal static class ScheduleEntity
{
    /// <summary>The partition.</summary>
    public const string Partition = "schedules";

    /// <summary>The property that says whether something is still to become of a firing.</summary>
    public const string IsOpen = "IsOpen";

    public const string Status = "Status";
    public const string Due = "Due";
    public const string FiredAt = "FiredAt";
    public const string Id = "Id";

    private const string Document = "Document";
    private const string Input = "Input";

    /// <summary>What the keys of schedules begin with.</summary>
    public const string Prefix = "s|";

    public static string KeyOf(string name) => Prefix + KeyText.Of(name);

    /// <summary>What the keys of a schedule's firings begin with.</summary>
    public static string FiringsOf(string name) => $"f|{KeyText.Of(name)}|";

    public static string KeyOf(string name, string id) => FiringsOf(name) + KeyText.Of(id);

    public static TableEntity Write(ScheduleRecord record)
    {
        var entity = new TableEntity(Partition, KeyOf(record.Schedule.Name))
        {
            ["Name"] = record.Schedule.Name,
            ["Version"] = record.Version,
            ["IsConfigured"] = record.IsConfigured,
            ["DecidedUntil"] = record.DecidedUntil.ToUniversalTime(),
            ["CreatedAt"] = record.CreatedAt.ToUniversalTime(),
            ["UpdatedAt"] = record.UpdatedAt.ToUniversalTime(),
        };
        entity.SetText(Document, ScheduleDocument.Write(record.Schedule));
        return entity;
    }

    public static ScheduleRecord Read(TableEntity entity) => new()
    {
        Schedule = ScheduleDocument.Read(entity.GetString("Name"), entity.FindText(Document) ?? ""),
        Version = entity.GetInt64("Version")!.Value,
        IsConfigured = entity.GetBoolean("IsConfigured")!.Value,
        DecidedUntil = entity.GetDateTimeOffset("DecidedUntil")!.Value,
        CreatedAt = entity.GetDateTimeOffset("CreatedAt")!.Value,
        UpdatedAt = entity.GetDateTimeOffset("UpdatedAt")!.Value,
    };

    public static TableEntity Write(Firing firing)
    {
        var entity = new TableEntity(Partition, KeyOf(firing.Schedule, firing.Id))
        {
            ["Schedule"] = firing.Schedule,
            [Id] = firing.Id,
            [Due] = firing.Due.ToUniversalTime(),
            [Status] = firing.Status.ToString(),
            [IsOpen] = firing.IsOpen,
            ["IsManual"] = firing.IsManual,
            ["Count"] = firing.Count,
        };
        entity.SetText("StateMachine", firing.StateMachine);
        entity.SetText(Input, firing.Input.ToString());
        entity.SetText("ExecutionArn", firing.ExecutionArn);
        entity.SetText("TaskId", firing.TaskId);
        entity.SetText("Reason", firing.Reason);
        SetTime(entity, FiredAt, firing.FiredAt);
        SetTime(entity, "Until", firing.Until);
        return entity;
    }

    public static Firing ReadFiring(TableEntity entity) => new()
    {
        Schedule = entity.GetString("Schedule"),
        Id = entity.GetString(Id),
        Due = entity.GetDateTimeOffset(Due)!.Value,
        Status = Enum.Parse<FiringStatus>(entity.GetString(Status)),
        IsManual = entity.GetBoolean("IsManual")!.Value,
        StateMachine = entity.FindText("StateMachine") ?? "",
        Input = Json.Parse(entity.FindText(Input) ?? ""),
        FiredAt = entity.GetDateTimeOffset(FiredAt),
        ExecutionArn = entity.FindText("ExecutionArn"),
        TaskId = entity.FindText("TaskId"),
        Reason = entity.FindText("Reason"),
        Count = entity.GetInt64("Count")!.Value,
        Until = entity.GetDateTimeOffset("Until"),
    };

    private static void SetTime(TableEntity entity, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            entity[name] = known.ToUniversalTime();
        }
    }
}
