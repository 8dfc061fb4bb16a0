using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Tasks of which some fail, some take long, and some are taken by a service that answers later. An attempt at a task always turns out the same.</summary>
/// <param name="seed">What all follows from.</param>
/// <param name="takeTime">Whether some take long; if not, all report at once.</param>
internal sealed class RandomTasks(int seed, bool takeTime = true) : ITaskRouter
{
    /// <summary>What a task yields.</summary>
    public static readonly Json Result = Json.Parse("""{"flag":1,"n":2.0}""");
    private static readonly Json Accepted = Json.Parse("""{"accepted":true}""");

    private readonly HashSet<(string ExecutionArn, long Task)> submitted = [];

    /// <summary>Some worlds are kinder than others: of so many outcomes three are bad.</summary>
    private readonly int kindness = 6 + (int)((uint)seed % 12);

    /// <summary>The tasks that a service has taken.</summary>
    public IReadOnlyCollection<(string ExecutionArn, long Task)> Submitted => submitted;

    /// <summary>The idempotency tokens it was called with, repetitions included.</summary>
    public List<string> Calls { get; } = [];

    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call.Request.IdempotencyToken);
        return ValueTask.FromResult(OutcomeOf(call.Request, new Random(unchecked((seed * 7919) ^ ((int)call.Request.Task * 104_729) ^ NumberOf(call.Request.Execution)))));
    }

    private TaskOutcome OutcomeOf(TaskRequest request, Random luck)
    {
        var isCallback = request.Resource is TaskResource.Integration { Pattern: IntegrationPattern.WaitForTaskToken };
        var choice = luck.Next(kindness);
        if (choice == 2 && takeTime && ActivityCall.Current is { } call)
        {
            call.Duration = TimeSpan.FromSeconds(luck.Next(120));
        }

        return choice switch
        {
            0 => new TaskOutcome.Failed(new Failure("E1", "one")),
            1 => new TaskOutcome.Failed(new Failure("E2", Cause: null)),
            3 => throw new TaskFailureException(new Failure("E3", "thrown")),
            _ when isCallback => Take(request),
            _ => new TaskOutcome.Succeeded(Result),
        };
    }

    private TaskOutcome.Submitted Take(TaskRequest request)
    {
        submitted.Add((request.Execution.ExecutionArn, request.Task));
        return new TaskOutcome.Submitted(Accepted);
    }

    /// <summary>Children of one Map Run have the same tasks, and are not all to fare alike.</summary>
    private static int NumberOf(ExecutionStart execution) => unchecked(execution.Name.Aggregate(0, (number, letter) => (number * 31) + letter));
}
