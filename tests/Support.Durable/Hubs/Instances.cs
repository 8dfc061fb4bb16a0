using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Replaying;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>The orchestrations of a hub.</summary>
internal sealed class Instances(TaskHub hub)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Instance> instances = new(StringComparer.Ordinal);
    private int generations;

    /// <summary>All of them, in the order they were started.</summary>
    public IReadOnlyList<Instance> All
    {
        get
        {
            lock (gate)
            {
                return [.. instances.Values];
            }
        }
    }

    public void Register(string name, Func<TaskOrchestrationContext, Task<object?>> orchestrator) => orchestrators.Add(name, orchestrator);

    public Instance? Find(string id)
    {
        lock (gate)
        {
            return instances.GetValueOrDefault(id);
        }
    }

    /// <summary>Starts one. One that has ended under the same id is replaced.</summary>
    /// <returns>False if there is one under that id whose status stands in the way.</returns>
    public bool TryStart(string name, string id, string? input, IReadOnlyCollection<OrchestrationRuntimeStatus> inTheWay, Instance? parent = null, int task = 0)
    {
        lock (gate)
        {
            if (instances.TryGetValue(id, out var there) && inTheWay.Contains(there.Status))
            {
                return false;
            }

            var start = new HubEvent.Started(name, input, parent is null ? null : new ParentOrchestrationInstance(new TaskName(parent.Name), parent.Id));
            instances.Remove(id);
            instances.Add(id, Make(id, start, parent is null ? null : new ParentCall(parent.Id, parent.Generation, task)));
            return true;
        }
    }

    /// <summary>One that is at its beginning, and not in the hub yet.</summary>
    public Instance Make(string id, HubEvent.Started start, ParentCall? parent = null) => new(id, OrchestratorOf(start.Name), start, parent, ++generations, hub.Now);

    /// <summary>Puts an event into the inbox of an orchestration.</summary>
    /// <returns>False if there is none that could see it.</returns>
    public bool TryRaise(string id, HubEvent.Came raised)
    {
        lock (gate)
        {
            if (!instances.TryGetValue(id, out var instance) || instance.HasEnded)
            {
                return false;
            }

            instance.Inbox.Add(new Message(raised, Generation: null));
            return true;
        }
    }

    /// <summary>Puts the answer to a call into the inbox of an orchestration, if that generation still lives.</summary>
    public void Answer(string id, int generation, HubEvent.Answered answer)
    {
        lock (gate)
        {
            if (instances.TryGetValue(id, out var instance) && !instance.HasEnded && instance.Generation == generation)
            {
                instance.Inbox.Add(new Message(answer, generation));
            }
        }
    }

    /// <summary>Forgets one that has ended.</summary>
    public bool TryPurge(string id)
    {
        lock (gate)
        {
            return instances.TryGetValue(id, out var instance) && instance.HasEnded && instances.Remove(id);
        }
    }

    /// <summary>Takes out of an inbox what an episode is to see; what is for another generation is dropped.</summary>
    public IReadOnlyList<Message> Take(Instance instance, Func<IReadOnlyList<Message>, IReadOnlyList<Message>> choose)
    {
        lock (gate)
        {
            instance.Inbox.RemoveAll(message => message.Generation is { } generation && generation != instance.Generation);
            var chosen = instance.Inbox.Count == 0 ? [] : choose(instance.Inbox);
            foreach (var message in chosen)
            {
                instance.Inbox.Remove(message);
            }

            return chosen;
        }
    }

    /// <summary>Puts back what an episode has seen that was lost.</summary>
    public void PutBack(Instance instance, IReadOnlyList<Message> messages)
    {
        lock (gate)
        {
            instance.Inbox.InsertRange(0, messages);
        }
    }

    /// <summary>Makes an episode count.</summary>
    public void Commit(Instance instance, Episode episode)
    {
        lock (gate)
        {
            Count(instance, episode);
            instance.Take(episode);
            instance.CustomStatus = episode.CustomStatus;
            instance.Status = OrchestrationRuntimeStatus.Running;
            instance.UpdatedAt = hub.Now;
            instance.HasLostEpisode = false;
            instance.Counts.LongestHistory = Math.Max(instance.Counts.LongestHistory, instance.History.Count);
        }

        hub.Options.Recorder?.Invoke(new RecordedEpisode(instance.Id, instance.Generation, episode.Fresh, episode.Called));
        CarryOut(instance, episode.Called);
        End(instance, episode.End);
    }

    /// <summary>Does what an episode called for.</summary>
    public void CarryOut(Instance instance, IReadOnlyList<HubEvent.Called> called)
    {
        foreach (var call in called)
        {
            switch (call)
            {
                case HubEvent.ActivityCalled activity:
                    hub.Enqueue(new PendingActivity(instance, instance.Generation, activity));
                    break;
                case HubEvent.TimerSet timer:
                    hub.Deliver(instance, new Message(new HubEvent.TimerFired(timer.Task), instance.Generation), new DateTimeOffset(timer.FireAt, TimeSpan.Zero));
                    break;
                case HubEvent.ChildCalled child:
                    // A second start under the id of one that lives is dropped: it is the same start, sent twice.
                    TryStart(child.Name, child.InstanceId, child.Input, Alive, instance, child.Task);
                    break;
                case HubEvent.EventSent sent:
                    TryRaise(sent.InstanceId, new HubEvent.EventRaised(sent.Name, sent.Input));
                    break;
                default:
                    throw new UnreachableException($"no way to carry out {call.GetType().Name}");
            }
        }
    }

    /// <summary>The statuses of one that has not ended.</summary>
    public static readonly IReadOnlyCollection<OrchestrationRuntimeStatus> Alive =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static void Count(Instance instance, Episode episode)
    {
        var counts = instance.Counts;
        counts.Episodes++;
        counts.EventsReceived += episode.Fresh.OfType<HubEvent.EventRaised>().Count();
        foreach (var called in episode.Called)
        {
            switch (called)
            {
                case HubEvent.ActivityCalled activity:
                    counts.CountActivity(activity.Name);
                    break;
                case HubEvent.TimerSet:
                    counts.Timers++;
                    break;
                case HubEvent.ChildCalled:
                    counts.Children++;
                    break;
                default:
                    counts.EventsSent++;
                    break;
            }
        }
    }

    private void End(Instance instance, EpisodeEnd? end)
    {
        switch (end)
        {
            case null:
                break;
            case EpisodeEnd.ContinuedAsNew next:
                lock (gate)
                {
                    instance.GoOn(next.Input, next.CarriedOver, ++generations);
                }

                break;
            case EpisodeEnd.Completed completed:
                End(instance, OrchestrationRuntimeStatus.Completed, completed.Output, task => new HubEvent.ChildCompleted(task, completed.Output));
                break;
            case EpisodeEnd.Terminated terminated:
                End(instance, OrchestrationRuntimeStatus.Terminated, terminated.Output, task => Failed(task, new InvalidOperationException("The orchestration was terminated.")));
                break;
            case EpisodeEnd.Failed failed:
                // As on Azure Storage: the client sees no details of the failure, only its text.
                var text = $"{failed.Exception.GetType().FullName}: {failed.Exception.Message}";
                End(instance, OrchestrationRuntimeStatus.Failed, hub.Wire.Write(text, $"the failure of {instance.Id}"), task => Failed(task, failed.Exception));
                break;
            default:
                throw new UnreachableException($"no way to end with {end.GetType().Name}");
        }
    }

    private void End(Instance instance, OrchestrationRuntimeStatus status, string? output, Func<int, HubEvent.Answered> answer)
    {
        lock (gate)
        {
            (instance.Status, instance.Output) = (status, output);
            instance.Inbox.Clear();
        }

        if (instance.Parent is { } parent)
        {
            Answer(parent.InstanceId, parent.Generation, answer(parent.Task));
        }
    }

    private static HubEvent.ChildFailed Failed(int task, Exception exception) => new(task, TaskFailureDetails.FromException(exception));

    private Func<TaskOrchestrationContext, Task<object?>> OrchestratorOf(string name) =>
        orchestrators.GetValueOrDefault(name) ?? (_ => throw new InvalidOperationException($"The orchestrator '{name}' is not known."));
}
