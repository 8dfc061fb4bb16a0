using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Running;

/// <summary>Answers the tasks that mocks were given for, and passes the others on.</summary>
/// <remarks>
/// A mock is found by the name of the state, by the whole resource, or by the name of a function that the resource names directly.
/// (Functions called by <c>lambda:invoke</c> are mocked as handlers, so that the answer gets its envelope.)
/// </remarks>
public sealed class MockedRouter(IReadOnlyDictionary<string, TaskOutcome> mocks, ITaskRouter others) : ITaskRouter
{
    private const string FunctionNotFound = "Lambda.ResourceNotFoundException";

    private readonly HashSet<string> _unanswered = [];

    /// <summary>The states whose tasks found nobody to carry them out.</summary>
    public IReadOnlyCollection<string> Unanswered => _unanswered;

    /// <inheritdoc/>
    public async ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var mocked = Names(call.Request).Select(name => mocks.GetValueOrDefault(name)).FirstOrDefault(mock => mock is not null);
        if (mocked is not null && call.Request.Resource is TaskResource.Activity)
        {
            // The mock stands for a worker, who gets the task once it is scheduled.
            await call.SubmittedAsync(Json.Null);
        }

        var outcome = mocked ?? await others.InvokeAsync(call, cancellationToken);
        if (outcome is TaskOutcome.Failed { Failure.Error: FunctionNotFound or TaskRouter.UnsupportedResource })
        {
            lock (_unanswered)
            {
                _unanswered.Add(call.Request.StateName);
            }
        }

        return outcome;
    }

    private static IEnumerable<string> Names(TaskRequest request) =>
        request.Resource is TaskResource.Function function
            ? [request.StateName, request.Resource.Text, function.Name]
            : [request.StateName, request.Resource.Text];
}
