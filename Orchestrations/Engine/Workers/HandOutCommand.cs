using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine.Workers;

/// <summary>Have a worker take a task up. Answers the task, or null where the execution does not wait for it any more.</summary>
internal sealed class HandOutCommand(QueuedTask queued, Fact.TaskStarted fact) : Request<TaskRequest?>
{
    protected override TaskRequest? Decide(Applier applier)
    {
        var execution = queued.Execution;
        if (execution.HasEnded || applier.StateOf(execution).PendingTask(queued.Task) is not { } request)
        {
            return null;
        }

        // A task that is handed out once more was taken up already: then this says nothing new.
        applier.Deliver(execution, fact);
        return request;
    }
}
