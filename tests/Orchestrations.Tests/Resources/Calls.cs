using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources;

/// <summary>Calls as a driver would make them.</summary>
internal static class Calls
{
    public const string ExecutionArn = "arn:aws:states:eu-west-1:111122223333:execution:Machine:run-1";

    private static readonly ExecutionStart Start = new()
    {
        ExecutionArn = ExecutionArn,
        Name = "run-1",
        StateMachineArn = "arn:aws:states:eu-west-1:111122223333:stateMachine:Machine",
        StateMachineName = "Machine",
        RoleArn = "arn:aws:iam::111122223333:role/Role",
        Input = JsonObject.Empty,
        Seed = new string('0', 64),
    };

    public static TaskCall Of(string resource, string input = "{}", Func<ValueTask>? heartbeat = null) => Of(TaskResource.Parse(resource), input, heartbeat);

    public static TaskCall Of(TaskResource resource, string input = "{}", Func<ValueTask>? heartbeat = null) => new()
    {
        Request = new TaskRequest
        {
            Execution = Start,
            Task = 7,
            Visit = 5,
            StateName = "Stäte",
            Resource = resource,
            Input = Json.Parse(input),
            RetryCount = 2,
            Deadline = new DateTimeOffset(2026, 1, 31, 8, 31, 0, TimeSpan.Zero),
        },
        Execution = Start,
        HeartbeatAsync = heartbeat ?? (() => ValueTask.CompletedTask),
    };

    public static TaskOutcome Succeeded(string json) => new TaskOutcome.Succeeded(Json.Parse(json));

    public static TaskOutcome Failed(string error, string cause) => new TaskOutcome.Failed(new Failure(error, cause));
}
