using Azure.Data.Tables;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>A record of the audit journal as an entity. The newest comes first.</summary>
internal static class AuditEntity
{
    /// <summary>The partition of the whole chain: what is appended together is in one transaction.</summary>
    public const string Partition = "chain";

    /// <summary>The property that says which append wrote it.</summary>
    public const string Append = "Append";

    public const string Who = "Who";
    public const string Action = "Action";
    public const string Outcome = "Outcome";
    public const string Time = "Time";

    public static string KeyOf(long sequence) => KeyOrder.Descending(sequence);

    public static TableEntity Write(AuditRecord record, Guid append)
    {
        var entry = record.Entry;
        return new TableEntity(Partition, KeyOf(record.Sequence))
        {
            ["Sequence"] = record.Sequence,
            [Time] = entry.Time.ToUniversalTime(),
            [Who] = entry.Who,
            ["Credential"] = entry.Credential,
            [Action] = entry.Action,
            ["Resource"] = entry.Resource,
            ["Address"] = entry.Address,
            ["Agent"] = entry.Agent,
            ["RequestId"] = entry.RequestId,
            ["Status"] = entry.Status,
            [Outcome] = entry.Outcome,
            ["Previous"] = record.Previous,
            ["Hash"] = record.Hash,
            [Append] = append,
        };
    }

    public static AuditRecord Read(TableEntity entity) => new(
        entity.GetInt64("Sequence")!.Value,
        new AuditEntry
        {
            Time = entity.GetDateTimeOffset(Time)!.Value,
            Who = entity.GetString(Who) ?? "",
            Credential = entity.GetString("Credential") ?? "",
            Action = entity.GetString(Action) ?? "",
            Resource = entity.GetString("Resource") ?? "",
            Address = entity.GetString("Address") ?? "",
            Agent = entity.GetString("Agent") ?? "",
            RequestId = entity.GetString("RequestId") ?? "",
            Status = entity.GetInt32("Status")!.Value,
            Outcome = entity.GetString(Outcome) ?? "",
        },
        entity.GetString("Previous") ?? "",
        entity.GetString("Hash") ?? "");
}
