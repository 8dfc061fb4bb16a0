using System.Diagnostics;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Functions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>The functions of a case behind the product's own routing of resources.</summary>
public sealed class FunctionWorld
{
    private readonly TaskRouter router;
    private TimeSpan spent;

    /// <summary>The functions that exist.</summary>
    /// <param name="functions">The case's <c>lambdas</c>.</param>
    public FunctionWorld(IEnumerable<Json> functions)
    {
        var handlers = new TaskHandlers();
        foreach (var function in functions)
        {
            handlers.Add(function.Text("function")!, new ImitatedFunction(function.Object("behaviour")!, time => spent += time));
        }

        router = new TaskRouter(handlers);
    }

    /// <summary>Does a task.</summary>
    public TaskReport Perform(TaskRequest request)
    {
        spent = TimeSpan.Zero;
        var performance = router.InvokeAsync(new TaskCall { Request = request, Execution = request.Execution, HeartbeatAsync = () => ValueTask.CompletedTask }, CancellationToken.None).AsTask();

        // No function here waits for anything real, so this is over at once.
        var outcome = performance.GetAwaiter().GetResult();
        return new TaskReport(spent, at => outcome switch
        {
            TaskOutcome.Succeeded(var output) => new Fact.TaskSucceeded(at, request.Task, output),
            TaskOutcome.Submitted(var output) => new Fact.TaskSubmitted(at, request.Task, output),
            TaskOutcome.Failed(var failure) => new Fact.TaskFailed(at, request.Task, failure),
            _ => throw new UnreachableException($"no arm for {outcome.GetType().Name}"),
        });
    }
}
