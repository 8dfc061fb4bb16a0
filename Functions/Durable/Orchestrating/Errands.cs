using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Orchestrations.Resources.NestedExecutions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>What an execution wants done by activities: its tasks, other executions stopped that nobody waits for any more, and its facts taken down.</summary>
internal sealed class Errands(Execution execution, Generation generation, Flights flights, Unrecorded unrecorded, Children children)
{
    private readonly SortedDictionary<long, TaskRequest> backlog = [];
    private bool isEndRecorded;

    /// <summary>Whether the execution has ended and that was taken down.</summary>
    public bool AreOver => isEndRecorded;

    private bool HasEnded => execution.Status != ExecutionStatus.Running;

    /// <summary>Wants a task done.</summary>
    public void Ask(TaskRequest request) => backlog.Add(request.Task, request);

    /// <summary>The execution that a task waits for has ended: the same activity that started it finds that out and says how.</summary>
    public void AskAgain(long task)
    {
        if (execution.PendingTask(task) is { } request)
        {
            Ask(request);
        }
    }

    /// <summary>Wants none of the tasks done that were not begun.</summary>
    public void AskNoMore() => backlog.Clear();

    /// <summary>Begins what there is room for.</summary>
    public void Begin()
    {
        while (!HasEnded && backlog.Count > 0 && generation.HasRoomBeside(flights.Count))
        {
            var (task, request) = backlog.First();
            backlog.Remove(task);
            Begin(request);
        }

        if (!flights.IsRecording && (HasEnded ? !isEndRecorded : unrecorded.HasUnsent))
        {
            var record = HasEnded ? unrecorded.CarryToTheEnd(execution) : unrecorded.CarryNext(execution);
            Begin(new Flight(OrchestratorNames.Record, record.Text) { Batch = record.Batch });
        }
    }

    /// <summary>Calls an activity again at once.</summary>
    public void Repeat(Flight flight)
    {
        generation.Count(flight.Length);
        flights.Repeat(flight);
    }

    /// <summary>An activity has answered.</summary>
    public void Done(Flight flight)
    {
        flights.End(flight);
        if (flight.Batch is { } batch)
        {
            unrecorded.Recorded(batch);
            isEndRecorded |= batch.End is not null;
        }
    }

    /// <summary>Waits no more for an activity that did not answer and will not be called again.</summary>
    public void Drop(Flight flight)
    {
        flights.End(flight);
        unrecorded.Returned(flight.Batch!);
        StopWhatItHasStarted(flight);
    }

    /// <summary>The execution waits for a task no more.</summary>
    public void GiveUp(long task)
    {
        if (children.GiveUp(task) is { } child)
        {
            Stop(child);
        }
        else if (backlog.Remove(task, out var request))
        {
            CloseIfOpen(request);
        }
        else if (flights.Of(task) is { } flight)
        {
            CloseIfOpen(flight.Request!);
            flight.IsGivenUp = true;
            if (flight.IsGrounded)
            {
                Drop(flight);
            }
        }
        else
        {
            // It was submitted and is no child: what was waited for is a callback.
            unrecorded.Close(task);
        }
    }

    /// <summary>Nobody outside may answer for a task any more.</summary>
    public void CloseIfOpen(TaskRequest request)
    {
        if (IsCallback(request))
        {
            unrecorded.Close(request.Task);
        }
    }

    /// <summary>Stops another execution that a task has waited for.</summary>
    public void Stop(string child) => Stop(new StopInput(execution.Start.ExecutionArn, child));

    /// <summary>Stops another execution.</summary>
    public void Stop(StopInput stop) => Begin(new Flight(OrchestratorNames.StopChild, stop.Text) { Stop = stop });

    /// <summary>An activity that came to grief may have started another execution before; nobody waits for that one.</summary>
    public void StopWhatItHasStarted(Flight flight)
    {
        if (flight.Request is { } request && ChildOf(request) is { } child)
        {
            Stop(new StopInput(execution.Start.ExecutionArn, child, request.Task));
        }
    }

    private static string? ChildOf(TaskRequest request) => request.Resource is TaskResource.MapRun
        ? MapRunAddress.Of(request).Text
        : StartExecution.ArnOfChild(request);

    private void Begin(TaskRequest request)
    {
        var record = unrecorded.Carry(execution, IsCallback(request) ? [request.Task] : []);
        Begin(new Flight(OrchestratorNames.InvokeTask, new TaskInput(record, request).Text) { Request = request, Batch = record.Batch });
    }

    private void Begin(Flight flight)
    {
        generation.Count(flight.Length);
        flights.Begin(flight);
    }

    /// <summary>Whether somebody outside has its token.</summary>
    private static bool IsCallback(TaskRequest request) =>
        request.Resource is TaskResource.Activity or TaskResource.Integration { Pattern: IntegrationPattern.WaitForTaskToken };
}
