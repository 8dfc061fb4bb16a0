using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>A child of a Map Run as entities: one for what it gets, which never changes, and one for how it ended.</summary>
/// <remarks>
/// An end says how often the Map Run had been redriven then. So a redrive changes no child: an end from before it counts only if it was a success.
/// </remarks>
internal static class ChildEntity
{
    /// <summary>How a child ended.</summary>
    public const string Status = "Status";

    /// <summary>How often the Map Run had been redriven when the child ended.</summary>
    public const string Run = "Run";

    /// <summary>How often the child itself had been redriven when it ended.</summary>
    public const string RedriveCount = "RedriveCount";

    private const string Input = "Input";
    private const string ItemCount = "ItemCount";
    private const string Output = "Output";
    private const string Failure = "Failure";
    private const string Obstacle = "RedriveObstacle";

    /// <summary>The row of a child that is planned.</summary>
    public static TableEntity Write(string partition, ChildInput child)
    {
        var row = new TableEntity(partition, MapRunKeys.Child(child.Index)) { [ItemCount] = child.ItemCount };
        row.SetText(Input, child.Input.ToString());
        return row;
    }

    /// <summary>The row of a child's end.</summary>
    public static TableEntity Write(string partition, ChildEnd end, int mapRunRedrives)
    {
        var row = new TableEntity(partition, MapRunKeys.End(end.Index))
        {
            [Status] = end.Status.ToString(),
            [Run] = mapRunRedrives,
            [RedriveCount] = end.RedriveCount,
            ["StartedAt"] = EntityValues.WriteTime(end.StartedAt),
            ["StoppedAt"] = EntityValues.WriteTime(end.StoppedAt),
        };
        if (end.RedriveObstacle is { } obstacle)
        {
            row[Obstacle] = obstacle;
        }

        row.SetText(Output, end.Output?.ToString());
        row.SetText(Failure, end.Failure is { } failure ? FailureJson.Write(failure).ToString() : null);
        return row;
    }

    /// <summary>A child as it was planned.</summary>
    public static MapRunChild ReadChild(TableEntity row) => new()
    {
        Index = MapRunKeys.IndexOf(row.RowKey),
        Input = Json.Parse(row.FindText(Input) ?? ""),
        ItemCount = row.GetInt32(ItemCount) ?? 0,
    };

    /// <summary>How a child ended.</summary>
    public static ChildEnd ReadEnd(TableEntity row) => new()
    {
        Index = MapRunKeys.IndexOf(row.RowKey),
        Status = row.Choice<ExecutionStatus>(Status),
        Output = row.FindText(Output) is { } output ? Json.Parse(output) : null,
        Failure = row.FindText(Failure) is { } failure ? FailureJson.Read(Json.Parse(failure)) : null,
        StartedAt = row.Time("StartedAt"),
        StoppedAt = row.Time("StoppedAt"),
        RedriveCount = row.GetInt32(RedriveCount) ?? 0,
        RedriveObstacle = row.GetString(Obstacle),
    };

    /// <summary>About how much of a request the row of a child's end takes at most.</summary>
    public static int BytesOf(ChildEnd end) => BytesOf(end.Output) + BytesOf(end.Failure is { } failure ? FailureJson.Write(failure) : null);

    /// <summary>Whether an end still counts now that the Map Run has been redriven so often.</summary>
    public static bool Counts(TableEntity end, int mapRunRedrives) =>
        end.GetInt32(Run) == mapRunRedrives || end.Choice<ExecutionStatus>(Status) == ExecutionStatus.Succeeded;

    /// <summary>In a short text each character may be escaped; what a long one is packed into has letters for bytes, and not every text shrinks.</summary>
    private static int BytesOf(Json? json) => json is null ? 0 : (json.Utf8Length <= PackedText.Short ? 6 : 2) * json.Utf8Length;
}
