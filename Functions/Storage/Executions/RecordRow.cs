using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>The row of an execution's record.</summary>
internal static class RecordRow
{
    /// <summary>The row of a record; of its end too, if it has ended.</summary>
    public static TableEntity Of(ExecutionRecord record, ExecutionKeys keys)
    {
        var row = new TableEntity(keys.Partition, keys.Record)
        {
            ["Arn"] = record.Start.ExecutionArn,
            ["Revision"] = record.Revision,
            ["RedriveCount"] = record.RedriveCount,
            ["Place"] = record.Place,
        };
        if (record.RedriveDate is { } redriveDate)
        {
            row["RedriveDate"] = redriveDate;
        }

        if (record.Child is { } child)
        {
            row["MapRun"] = child.MapRunArn;
            row["Map"] = child.StateName;
            row["ItemCount"] = child.ItemCount;
        }

        row.SetText("Started", FactCodec.ToJson(record.FirstFact).ToString());
        WriteStanding(row, record);
        return row;
    }

    /// <summary>What changes in the row when the execution ends, to be merged into it. While it runs the row has nothing of an end that this could leave pieces of.</summary>
    public static TableEntity EndOf(ExecutionRecord record, ExecutionKeys keys)
    {
        var row = new TableEntity(keys.Partition, keys.Record);
        WriteStanding(row, record);
        return row;
    }

    /// <summary>The record that a row stands for.</summary>
    public static ExecutionRecord Read(TableEntity row)
    {
        var started = (Fact.Started)FactCodec.FromJson(Text(row, "Started")!);
        var failure = Text(row, "Failure") as JsonObject;
        return new ExecutionRecord
        {
            Start = started.Start,
            StartDate = started.At,
            Revision = row.GetInt64("Revision") ?? 0,
            Child = row.GetString("MapRun") is { } mapRun ? new ChildEntry(mapRun, row.GetString("Map"), row.GetInt32("ItemCount") ?? 0) : null,
            Status = Enum.Parse<ExecutionStatus>(row.GetString("Status")),
            StopDate = row.GetDateTimeOffset("StopDate"),
            Output = Text(row, "Output"),
            Failure = failure is null ? null : new Failure((failure["Error"] as JsonString)?.Value, (failure["Cause"] as JsonString)?.Value),
            EventCount = row.GetInt64("EventCount") ?? 0,
            RedriveCount = row.GetInt32("RedriveCount") ?? 0,
            RedriveDate = row.GetDateTimeOffset("RedriveDate"),
            Chain = row.GetString("Chain"),
            Place = row.GetString("Place"),
            Version = row.ETag.ToString(),
        };
    }

    private static Json? Text(TableEntity row, string name) => row.FindText(name) is { } text ? Json.Parse(text) : null;

    private static void WriteStanding(TableEntity row, ExecutionRecord record)
    {
        row["Status"] = record.Status.ToString();
        row["EventCount"] = record.EventCount;
        row["Chain"] = record.Chain;
        if (record.StopDate is { } stopDate)
        {
            row["StopDate"] = stopDate;
        }

        if (record.Output is { } output)
        {
            row.SetText("Output", output.ToString());
        }

        if (record.Failure is { } failure)
        {
            row.SetText("Failure", new JsonObjectBuilder().SetIfPresent("Error", failure.Error).SetIfPresent("Cause", failure.Cause).Build().ToString());
        }
    }
}
