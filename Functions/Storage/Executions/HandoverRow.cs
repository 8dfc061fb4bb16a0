using Azure.Data.Tables;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>The row of something that was taken down and is to be handed to Durable Functions.</summary>
internal static class HandoverRow
{
    /// <summary>A start or redrive.</summary>
    /// <param name="keys">The execution.</param>
    /// <param name="executionArn">Its ARN.</param>
    /// <param name="redriveCount">How often it has been redriven, this time included.</param>
    /// <param name="at">Since when.</param>
    /// <param name="wasShownAs">Where the index showed it before; null for a start.</param>
    public static TableEntity OfStart(ExecutionKeys keys, string executionArn, int redriveCount, DateTimeOffset at, ExecutionStatus? wasShownAs = null)
    {
        var row = Row(keys, keys.StartHandover(redriveCount), executionArn, redriveCount, at);
        if (wasShownAs is { } status)
        {
            row["Was"] = status.ToString();
        }

        return row;
    }

    /// <summary>An answer.</summary>
    public static TableEntity OfAnswer(ExecutionKeys keys, string executionArn, int redriveCount, DateTimeOffset at, long task)
    {
        var row = Row(keys, keys.AnswerHandover(task), executionArn, redriveCount, at);
        row["Task"] = task;
        return row;
    }

    /// <summary>The execution.</summary>
    public static string ExecutionArn(TableEntity row) => row.GetString("Arn");

    /// <summary>Which of its runs it concerns.</summary>
    public static int RedriveCount(TableEntity row) => row.GetInt32("RedriveCount") ?? 0;

    /// <summary>The task that was answered, or null for a start or redrive.</summary>
    public static long? Task(TableEntity row) => row.GetInt64("Task");

    /// <summary>Where the index showed it before; null for a start.</summary>
    public static ExecutionStatus? WasShownAs(TableEntity row) => row.GetString("Was") is { } status ? Enum.Parse<ExecutionStatus>(status) : null;

    private static TableEntity Row(ExecutionKeys keys, string key, string executionArn, int redriveCount, DateTimeOffset at) =>
        new(keys.Partition, key) { ["Arn"] = executionArn, ["RedriveCount"] = redriveCount, ["At"] = at };
}
