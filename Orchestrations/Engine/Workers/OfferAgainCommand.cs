namespace TaskOrchestration.Orchestrations.Engine.Workers;

/// <summary>Offer a task again that was taken up before the engine last stopped, if it was not heard of since.</summary>
internal sealed class OfferAgainCommand(QueuedTask queued, EngineWorkers workers) : Command
{
    public override void Apply(Applier applier)
    {
        if (!queued.Execution.HasEnded && applier.StateOf(queued.Execution).TasksForWorkers().FirstOrDefault(task => task.Request.Task == queued.Task) is { } task)
        {
            workers.Add(queued.Execution, task.Request);
        }
    }
}
