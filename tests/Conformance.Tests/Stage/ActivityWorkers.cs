using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Stage;

/// <summary>The workers of a case's activities, which are machines themselves: they ask for a task and answer it through the API, in virtual time of their own.</summary>
internal sealed class ActivityWorkers(JsonObject filled, Func<TaskRequest, TaskReport> perform) : IActivityTasks
{
    private const string Worker = "state_machine";

    private readonly List<TaskReport> reports = [];
    private VirtualAgenda agenda = new(Births.Moment);
    private TaskRequest? offered;
    private TaskRequest? taken;

    /// <summary>What they do about a task that waits for a worker, in order and counted from the moment it was scheduled.</summary>
    public IReadOnlyList<TaskReport> ReportsOn(TaskRequest request)
    {
        reports.Clear();
        foreach (var actor in filled.Items("actors").Where(actor => actor.Text("actor") == Worker))
        {
            (offered, agenda) = (request, new VirtualAgenda(Births.Moment));
            var machine = DefinitionParser.Parse(actor.Object("definition")!.ToString()).Machine!;
            var name = $"worker-{request.Task}";
            var start = Births.Of(actor.Object("input") ?? JsonObject.Empty, "worker");
            VirtualRun.ToEnd(machine, start with { Name = name, ExecutionArn = ArnScheme.Execution(start.StateMachineArn, name) }, Births.Moment, perform, agenda: agenda);
        }

        return [.. reports];
    }

    /// <inheritdoc/>
    public ValueTask<HandedTask?> TakeAsync(string activityArn, string? worker, CancellationToken cancellationToken = default)
    {
        if (offered is not { Resource: TaskResource.Activity(var arn) } request || arn != activityArn)
        {
            return ValueTask.FromResult<HandedTask?>(null);
        }

        offered = null;
        Report(request, (at, task) => new Fact.TaskStarted(at, task, worker));
        return ValueTask.FromResult<HandedTask?>(new HandedTask(request.TaskToken, request.Input, _ => ValueTask.CompletedTask));
    }

    /// <summary>Takes what a worker says of the task that it was given.</summary>
    /// <returns>False if the token is another one's.</returns>
    public bool TryTell(string taskToken, Func<DateTimeOffset, long, Fact> fact)
    {
        if (taken is null || taken.TaskToken != taskToken)
        {
            return false;
        }

        Report(taken, fact);
        return true;
    }

    private void Report(TaskRequest request, Func<DateTimeOffset, long, Fact> fact)
    {
        taken = request;
        reports.Add(new TaskReport(agenda.Now - Births.Moment, at => fact(at, request.Task)));
    }
}
