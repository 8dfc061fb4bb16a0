using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>What a DISTRIBUTED Map wants done, with everything worked out that depends on its execution: the input of its task, as JSON.</summary>
public sealed record MapRunRequest
{
    /// <summary>The ARN of the Map Run, <c>arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID</c>. The same again when it is redriven, another one for a retry.</summary>
    public required string MapRunArn { get; init; }

    /// <summary>The name of the Map state, unique in its machine.</summary>
    public required string StateName { get; init; }

    /// <summary>How the children live.</summary>
    public StateMachineType ExecutionType { get; init; }

    /// <summary>How many children may run at once, or null for no limit of the author's.</summary>
    public long? MaxConcurrency { get; init; }

    /// <summary>How many items may fail.</summary>
    public MapRunTolerance Tolerance { get; init; } = MapRunTolerance.None;

    /// <summary>Where the items come from.</summary>
    public required ItemSource Source { get; init; }

    /// <summary>How items are put together, or null for one a child.</summary>
    public ItemBatching? Batching { get; init; }

    /// <summary>Where the results go and in which form, or null for the plain outputs in the state's output.</summary>
    public ResultWriting? Writing { get; init; }

    /// <summary>What <c>$</c> is in an ItemSelector: the state's effective input.</summary>
    public required Json Input { get; init; }

    /// <summary>What <c>$$</c> is in an ItemSelector, but for the item.</summary>
    public required JsonObject Context { get; init; }

    /// <summary>The variables an ItemSelector sees. Children see none of them.</summary>
    public JsonObject Variables { get; init; } = JsonObject.Empty;

    /// <summary>How often the Map Run has been redriven: beyond 0, what is on record of it goes on where it did not succeed.</summary>
    public int RedriveCount { get; init; }

    /// <summary>The JSON of a request.</summary>
    public JsonObject ToJson() => MapRunRequestJson.Write(this);

    /// <summary>The request that some JSON stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static MapRunRequest FromJson(Json json) => MapRunRequestJson.Read(json);

    /// <summary>The request of a task whose resource is <see cref="TaskResource.MapRun"/>.</summary>
    public static MapRunRequest Of(TaskRequest task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return FromJson(task.Input);
    }
}
