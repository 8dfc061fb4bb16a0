using System.Globalization;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.StatusEvents;

/// <summary>The row of a status change that a subscription is to be told of.</summary>
internal static class StatusRow
{
    private const string Due = "Due";
    private const string Since = "Since";
    private const string Attempts = "Attempts";
    private const string Reason = "Reason";
    private const string DiedAt = "DiedAt";

    /// <summary>Adds the rows of what an execution becomes to the changes that make it so.</summary>
    public static void AddTo(RowChanges changes, ExecutionKeys keys, StatusSubscriptions subscriptions, ExecutionRecord record, DateTimeOffset at)
    {
        var status = ReportedStatuses.Of(record.Status);
        foreach (var change in StatusChange.For(subscriptions.For(record.Start.StateMachineArn, status), record.Start.ExecutionArn, status, record.RedriveCount, at, record.Failure))
        {
            changes.Add(TableTransactionActionType.UpsertReplace, Of(keys, change));
        }
    }

    /// <summary>The row of a change that nobody has tried to deliver.</summary>
    public static TableEntity Of(ExecutionKeys keys, StatusChange change, DateTimeOffset? since = null)
    {
        var row = Write(new TableEntity(keys.Partition, KeyOf(keys, change)), change);
        row[Since] = since ?? change.At;
        return row;
    }

    /// <summary>Where it lies.</summary>
    public static string KeyOf(ExecutionKeys keys, StatusChange change) => keys.StatusChange(change.Subscription, change.RedriveCount, (int)change.Status);

    /// <summary>From when on it may be taken.</summary>
    public static DateTimeOffset DueOf(TableEntity row) => row.GetDateTimeOffset(Due) ?? DateTimeOffset.MinValue;

    /// <summary>The subscription it is for.</summary>
    public static string SubscriptionOf(TableEntity row) => row.GetString("Subscription");

    /// <summary>Keeps others off it until a moment.</summary>
    public static TableEntity Claimed(TableEntity row, DateTimeOffset until)
    {
        row[Due] = until;
        return row;
    }

    /// <summary>What is said of it when it was tried in vain.</summary>
    public static TableEntity Postponed(ExecutionKeys keys, DeliveryResult.Postponed postponed)
    {
        var row = Of(keys, postponed.Entry.Change, postponed.Entry.Since);
        row[Due] = postponed.Until;
        row[Attempts] = postponed.Entry.Attempts + 1;
        row[Reason] = Short(postponed.Reason);
        return row;
    }

    /// <summary>The row among those that were given up: the latest first.</summary>
    public static TableEntity Dead(DeliveryResult.Dead dead)
    {
        var change = dead.Entry.Change;
        var row = Write(new TableEntity(KeyText.Of(change.Subscription), $"{KeyOrder.Descending(dead.At)}-{change.EventId}"), change);
        row[Attempts] = dead.Entry.Attempts + 1;
        row[DiedAt] = dead.At;
        row[Reason] = Short(dead.Reason);
        return row;
    }

    /// <summary>The entry that a row stands for.</summary>
    public static OutboxEntry Read(TableEntity row) => new(Change(row), row.GetInt32(Attempts) ?? 0, row.GetDateTimeOffset(Since) ?? default) { Version = row.ETag.ToString() };

    /// <summary>What was given up.</summary>
    public static DeadEvent ReadDead(TableEntity row) =>
        new(Change(row), row.GetInt32(Attempts) ?? 0, row.GetDateTimeOffset(DiedAt) ?? default, row.GetString(Reason) ?? "", row.RowKey);

    private static StatusChange Change(TableEntity row) => new()
    {
        Subscription = SubscriptionOf(row),
        ExecutionArn = row.GetString("Arn"),
        Status = Enum.Parse<ReportedStatus>(row.GetString("Status")),
        RedriveCount = row.GetInt32("RedriveCount") ?? 0,
        At = DateTimeOffset.Parse(row.GetString("At"), CultureInfo.InvariantCulture),
        Failure = row.FindText("Failure") is { } text && Json.Parse(text) is JsonObject failure
            ? new Failure((failure["Error"] as JsonString)?.Value, (failure["Cause"] as JsonString)?.Value)
            : null,
    };

    private static TableEntity Write(TableEntity row, StatusChange change)
    {
        row["Subscription"] = change.Subscription;
        row["Arn"] = change.ExecutionArn;
        row["Status"] = change.Status.ToString();
        row["RedriveCount"] = change.RedriveCount;
        row["At"] = EntityValues.WriteTime(change.At);
        if (change.Failure is { } failure)
        {
            row.SetText("Failure", new JsonObjectBuilder().SetIfPresent("Error", failure.Error).SetIfPresent("Cause", failure.Cause).Build().ToString());
        }

        return row;
    }

    private static string Short(string reason) => reason.Length <= PackedText.Short ? reason : reason[..PackedText.Short];
}
