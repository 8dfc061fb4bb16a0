using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>The context object of a state that is run by itself. AWS shows no RedriveCount in it: there is nothing to redrive.</summary>
internal static class TrialContext
{
    public static JsonObject Of(StateTrialStart start, State state, DateTimeOffset now)
    {
        var context = new JsonObjectBuilder()
            .Set("Execution", ExecutionPart(start.Execution, now))
            .Set("StateMachine", JsonObject.Of(("Id", Json.Of(start.Execution.StateMachineArn)), ("Name", Json.Of(start.Execution.StateMachineName))))
            .Set("State", StatePart(start, state, now));
        if (state is TaskState task && TaskResource.Parse(task.Resource) is TaskResource.Integration { Pattern: IntegrationPattern.WaitForTaskToken })
        {
            context.Set("Task", JsonObject.Of(("Token", Json.Of(TaskToken.Create(start.Execution, task: 1)))));
        }

        return context.Build();
    }

    private static JsonObject ExecutionPart(ExecutionStart start, DateTimeOffset now) => JsonObject.Of(
        ("Id", Json.Of(start.ExecutionArn)),
        ("Input", start.Input),
        ("Name", Json.Of(start.Name)),
        ("RoleArn", Json.Of(start.RoleArn)),
        ("StartTime", Json.Of(Timestamp.Format(now))));

    private static JsonObject StatePart(StateTrialStart start, State state, DateTimeOffset now)
    {
        var part = JsonObject.Of(("Name", Json.Of(state.Name)), ("EnteredTime", Json.Of(Timestamp.Format(now))));
        return state is WorkState ? part.With("RetryCount", Json.Of(start.RetryCount)) : part;
    }
}
