using Azure.Data.Tables;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>The row of a task's token. It stays when the token is closed: a late batch must not open it again.</summary>
internal static class TokenRow
{
    private const string Open = "Open";
    private const string Answered = "Answered";
    private const string Closed = "Closed";
    private const string Taken = "Taken";
    private const string Handed = "IsHanded";

    /// <summary>The row of a token that is open from now on.</summary>
    public static TableEntity OfOpen(ExecutionKeys keys, long task, int redriveCount) => Row(keys, task, Open, redriveCount);

    /// <summary>The row of a token that is no longer good.</summary>
    public static TableEntity OfClosed(ExecutionKeys keys, long task, int redriveCount) => Row(keys, task, Closed, redriveCount);

    /// <summary>The row of a token whose task was answered.</summary>
    public static TableEntity OfAnswered(ExecutionKeys keys, long task, int redriveCount, Fact answer)
    {
        var row = Row(keys, task, Answered, redriveCount);
        row.SetText("Answer", FactCodec.ToJson(answer).ToString());
        return row;
    }

    /// <summary>Whether the token is open and unanswered, as far as the row knows.</summary>
    public static bool IsOpen(TableEntity row) => row.GetString("State") == Open;

    /// <summary>When its task was taken for a worker, or null.</summary>
    public static DateTimeOffset? TakenAt(TableEntity row) => row.GetString(Taken) is { Length: > 0 } taken ? EntityValues.ReadTime(taken) : null;

    /// <summary>Whether a worker has its task.</summary>
    public static bool IsHanded(TableEntity row) => row.GetBoolean(Handed) ?? false;

    /// <summary>What changes in the row when its task is taken for a worker, or (null) put back.</summary>
    public static TableEntity Taking(ExecutionKeys keys, long task, DateTimeOffset? at) =>
        new(keys.Partition, keys.Token(task)) { [Taken] = at is { } moment ? EntityValues.WriteTime(moment) : "" };

    /// <summary>What changes in the row when a worker has its task.</summary>
    public static TableEntity Handing(ExecutionKeys keys, long task) => new(keys.Partition, keys.Token(task)) { [Handed] = true };

    /// <summary>In which run of the execution it was opened.</summary>
    public static int RedriveCount(TableEntity row) => row.GetInt32("RedriveCount") ?? 0;

    /// <summary>The answer that has come and that the orchestrator has not taken in yet as far as is known, or null.</summary>
    public static Fact? Answer(TableEntity row) =>
        row.GetString("State") == Answered && row.FindText("Answer") is { } answer ? FactCodec.FromJson(Json.Parse(answer)) : null;

    private static TableEntity Row(ExecutionKeys keys, long task, string state, int redriveCount) =>
        new(keys.Partition, keys.Token(task)) { ["State"] = state, ["RedriveCount"] = redriveCount };
}
