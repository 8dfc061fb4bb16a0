using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>A task that the workers of an activity do: first it is asked for, then scheduled, then a worker takes it up.</summary>
/// <remarks>
/// Whether there is such an activity only the driver knows. So the event that schedules the task follows from the driver's word that it keeps the task (<see cref="Fact.TaskSubmitted"/>), and
/// where there is no such activity there is no such event. Should anything be heard of a task sooner, it counts as scheduled, and as taken up, at that moment.
/// </remarks>
internal static class WorkerTask
{
    /// <summary>The revision of the rules from which on it is so. Before it an activity's task was scheduled when it was asked for.</summary>
    private const int Since = 3;

    /// <summary>Whether a task is one.</summary>
    public static bool Is(Work.Task work) => work.Request.Resource is TaskResource.Activity && work.Request.Execution.Rules >= Since;

    /// <summary>It is scheduled, unless it was before.</summary>
    public static void Schedule(Execution execution, Strand strand, Work.Task work)
    {
        if (Is(work) && !work.IsSubmitted)
        {
            work.IsSubmitted = true;
            TaskEvents.Scheduled(execution, strand, work, credentials: null);
        }
    }

    /// <summary>A worker whose name nobody knows has taken it up, unless one had before.</summary>
    public static void Start(Execution execution, Strand strand, Work.Task work)
    {
        if (Is(work) && !work.IsStarted)
        {
            Schedule(execution, strand, work);
            work.IsStarted = true;
            TaskEvents.Started(execution, strand, work, worker: null);
        }
    }

    /// <summary>It could not be scheduled. <c>States.Runtime</c> says that there is no such activity.</summary>
    public static void NotScheduled(Execution execution, Strand strand, Work.Task work, Failure failure)
    {
        if (failure.Error == Failure.Runtime)
        {
            Failing.Explained(execution, strand, failure);
            return;
        }

        Schedule(execution, strand, work);
        TaskEvents.NotScheduled(execution, strand, work, failure);
        Failing.Decide(execution, strand, failure);
    }
}
