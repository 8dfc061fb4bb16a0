using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What <c>$$</c> is.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">The Context object</seealso>
internal static class ContextObject
{
    public static JsonObject Of(Execution execution, Strand strand, long? task)
    {
        var context = new JsonObjectBuilder()
            .Set("Execution", ExecutionPart(execution))
            .Set("StateMachine", JsonObject.Of(("Id", Json.Of(execution.Start.StateMachineArn)), ("Name", Json.Of(execution.Start.StateMachineName))))
            .Set("State", StatePart(strand));
        if (task is { } number)
        {
            context.Set("Task", JsonObject.Of(("Token", Json.Of(TaskToken.Create(execution.Start, number)))));
        }

        if (strand.Iteration is { Item: { } item } iteration)
        {
            context.Set("Map", MapPart(iteration.Index, item));
        }

        return context.Build();
    }

    /// <summary>The part that an ItemSelector sees before its iteration has begun.</summary>
    public static JsonObject MapPart(int index, Json item) =>
        JsonObject.Of(("Item", JsonObject.Of(("Index", Json.Of(index)), ("Value", item))));

    private static JsonObject ExecutionPart(Execution execution)
    {
        var part = JsonObject.Of(
            ("Id", Json.Of(execution.Start.ExecutionArn)),
            ("Input", execution.Start.Input),
            ("StartTime", Json.Of(Timestamp.Format(execution.StartedAt))),
            ("Name", Json.Of(execution.Start.Name)),
            ("RoleArn", Json.Of(execution.Start.RoleArn)),
            ("RedriveCount", Json.Of(execution.RedriveCount)));
        return execution.RedrivenAt is { } at ? part.With("RedriveTime", Json.Of(Timestamp.Format(at))) : part;
    }

    private static JsonObject StatePart(Strand strand)
    {
        var part = JsonObject.Of(("Name", Json.Of(strand.State.Name)), ("EnteredTime", Json.Of(Timestamp.Format(strand.EnteredAt))));
        return strand.State is WorkState ? part.With("RetryCount", Json.Of(strand.RetryCount)) : part;
    }
}
