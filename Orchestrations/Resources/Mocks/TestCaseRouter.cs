using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>Answers the tasks of executions that have a test case with its mocked responses, and passes all others on.</summary>
/// <remarks>
/// Attempts are counted by the execution, over all visits to a state, branches and iterations included, as Step Functions Local counts them; so an
/// attempt that is asked for again after a crash gets the same again. An execution whose test case has gone fails rather than do in earnest what it
/// was to mock.
/// </remarks>
public sealed class TestCaseRouter(MockConfiguration mocks, ITaskRouter others) : ITaskRouter
{
    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Execution.TestCase is not { } name || call.Request.Resource is TaskResource.MapRun)
        {
            return others.InvokeAsync(call, cancellationToken);
        }

        var machine = TestCases.MachineOf(call.Execution);
        if (mocks.Find(machine, name) is not { } testCase)
        {
            return ValueTask.FromResult(Failed($"The execution was started with a test case that is not there: {mocks.WhyMissing(machine, name)}."));
        }

        return testCase.Responses.TryGetValue(call.Request.StateName, out var response)
            ? ValueTask.FromResult(response.OutcomeOf(call.Request.Invocation) ?? Exhausted(testCase, response, call.Request))
            : others.InvokeAsync(call, cancellationToken);
    }

    private static TaskOutcome Exhausted(MockedTestCase testCase, MockedResponse response, TaskRequest request) => Failed(
        $"The test case '{testCase.Name}' has no mocked response for attempt {request.Invocation} at the state '{request.StateName}': "
        + $"'{response.Name}' has responses for the attempts {response.Attempts}, counted from 0.");

    /// <summary>No retrier and no catcher takes such a failure: it is a mistake of the test's.</summary>
    private static TaskOutcome Failed(string cause) => new TaskOutcome.Failed(new Failure(Failure.Runtime, cause));
}
