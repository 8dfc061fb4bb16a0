using System.Collections.Concurrent;
using Microsoft.DurableTask;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Replaying;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>Does the work of a hub, one step after the other: an activity, or an episode of an orchestration.</summary>
internal sealed class Workers(TaskHub hub)
{
    private static readonly TimeSpan LongestCreep = TimeSpan.FromMilliseconds(40);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Func<ActivityCall, Task<string?>>> activities = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PendingActivity> pending = [];
    private readonly Agenda agenda = new();
    private readonly ConcurrentQueue<Exception> defects = new();
    private readonly List<Task> underWay = [];

    private Mischief? Mischief => hub.Options.Mischief;

    /// <summary>How many activities have been done, repetitions included.</summary>
    public int Done { get; private set; }

    /// <summary>When something comes next by itself; null if nothing does.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
            {
                var clock = underWay.Count == 0 ? null : hub.Options.Clock.NextDue;
                return agenda.Next is { } next && !(clock < next) ? next : clock;
            }
        }
    }

    public void Register(string name, Func<ActivityCall, Task<string?>> activity) => activities.Add(name, activity);

    public void Report(Exception defect) => defects.Enqueue(defect);

    public void Enqueue(PendingActivity activity)
    {
        lock (gate)
        {
            pending.Add(activity);
        }
    }

    public void Deliver(Instance instance, Message message, DateTimeOffset due)
    {
        lock (gate)
        {
            agenda.Add(due, instance, message);
        }
    }

    /// <summary>Works until nothing is left to do at this moment of the clock.</summary>
    public async Task RunAsync()
    {
        for (var steps = 0; Step() || await WaitedAsync(); steps++)
        {
            if (steps > hub.Options.MostSteps)
            {
                throw new InvalidOperationException($"expected the hub to come to rest within {hub.Options.MostSteps} steps");
            }
        }
    }

    /// <summary>Waits for an activity that is under way, unless it is the clock that it waits for.</summary>
    /// <returns>False if there is none to wait for.</returns>
    private async Task<bool> WaitedAsync()
    {
        if (underWay.Count == 0 || hub.Options.Clock.NextDue is not null)
        {
            return underWay.Exists(activity => activity.IsCompleted);
        }

        await Task.WhenAny(underWay);
        return true;
    }

    private bool Step()
    {
        ThrowDefect();
        if (Mischief is { } mischief && mischief.Happens(mischief.ClockCreeps))
        {
            hub.Options.Clock.Advance(mischief.UpTo(LongestCreep));
        }

        TakeDue();
        foreach (var done in underWay.Where(activity => activity.IsCompleted).ToList())
        {
            underWay.Remove(done);
            done.GetAwaiter().GetResult();
        }

        var ready = hub.Instances.All.Where(instance => instance.IsReady).ToList();
        var activity = NextActivity(ready.Count);
        if (activity is not null)
        {
            underWay.Add(DoAsync(activity));
        }
        else if (ready.Count > 0)
        {
            RunEpisode(ready[Mischief?.Any(ready.Count) ?? 0]);
        }
        else
        {
            return false;
        }

        ThrowDefect();
        return true;
    }

    private void ThrowDefect()
    {
        if (defects.TryDequeue(out var defect))
        {
            throw defect;
        }
    }

    private void TakeDue()
    {
        lock (gate)
        {
            while (agenda.TryTake(hub.Now, out var instance, out var message))
            {
                hub.Instances.Answer(instance.Id, message.Generation!.Value, (HubEvent.Answered)message.Event);
            }
        }
    }

    /// <summary>Activities first, in the order they were called for, unless mischief is afoot.</summary>
    private PendingActivity? NextActivity(int ready)
    {
        lock (gate)
        {
            if (pending.Count == 0 || (Mischief is not null && ready > 0 && Mischief.Any(2) == 0))
            {
                return null;
            }

            var chosen = Mischief?.Any(pending.Count) ?? 0;
            var activity = pending[chosen];
            pending.RemoveAt(chosen);
            return activity;
        }
    }

    private async Task DoAsync(PendingActivity activity)
    {
        if (Mischief is not { } mischief || activity.IsRepetition)
        {
            await AnswerAsync(activity);
        }
        else if (mischief.Happens(mischief.FailsActivityBefore))
        {
            Fail(activity, "The worker was lost before the activity began.", TimeSpan.Zero);
        }
        else if (mischief.Happens(mischief.FailsActivityAfter))
        {
            var (_, duration) = await PerformAsync(activity);
            Fail(activity, "The worker was lost after the activity.", duration);
        }
        else if (mischief.Happens(mischief.LosesAnswer))
        {
            await PerformAsync(activity);
            Enqueue(activity with { IsRepetition = true });
        }
        else
        {
            await AnswerAsync(activity);
            if (mischief.Happens(mischief.RepeatsActivity))
            {
                Enqueue(activity with { IsRepetition = true });
            }
        }
    }

    private async Task AnswerAsync(PendingActivity activity)
    {
        var (answer, duration) = await PerformAsync(activity);
        Answer(activity, answer, duration);
    }

    private async Task<(HubEvent.Answered Answer, TimeSpan Duration)> PerformAsync(PendingActivity activity)
    {
        var called = activity.Called;
        var call = new ActivityCall { Name = called.Name, InstanceId = activity.Instance.Id, Task = called.Task, Input = called.Input };
        Done++;
        ActivityCall.Current = call;
#pragma warning disable CA1031 // Whatever an activity throws reaches the orchestrator as a failed task, as on a real worker.
        try
        {
            var work = activities.GetValueOrDefault(call.Name) ?? throw new InvalidOperationException($"The activity '{call.Name}' is not known.");
            return (new HubEvent.ActivityCompleted(call.Task, await work(call)), call.Duration);
        }
        catch (Exception e) when (e is not MessageTooLargeException)
        {
            return (new HubEvent.ActivityFailed(call.Task, TaskFailureDetails.FromException(e)), call.Duration);
        }
#pragma warning restore CA1031
        finally
        {
            ActivityCall.Current = null;
        }
    }

    private void Fail(PendingActivity activity, string message, TimeSpan duration) =>
        Answer(activity, new HubEvent.ActivityFailed(activity.Called.Task, TaskFailureDetails.FromException(new IOException(message))), duration);

    private void Answer(PendingActivity activity, HubEvent.Answered answer, TimeSpan duration)
    {
        var delay = Mischief is { } mischief && mischief.Happens(mischief.DelaysAnswer) ? mischief.UpTo(mischief.LongestDelay) : TimeSpan.Zero;
        if (duration + delay > TimeSpan.Zero)
        {
            Deliver(activity.Instance, new Message(answer, activity.Generation), hub.Now + duration + delay);
        }
        else
        {
            hub.Instances.Answer(activity.Instance.Id, activity.Generation, answer);
        }
    }

    private void RunEpisode(Instance instance)
    {
        var messages = hub.Instances.Take(instance, Choose);
        if (messages.Count == 0)
        {
            return;
        }

        var lag = Mischief is { } lagging && lagging.Happens(lagging.ClockLags) ? lagging.UpTo(LongestCreep) : TimeSpan.Zero;
        var episode = new Replay(hub, instance).Run([new HubEvent.EpisodeStarted(hub.Now - lag), .. messages.Select(message => message.Event)]);
        if (IsLost(instance))
        {
            instance.HasLostEpisode = true;
            hub.Instances.PutBack(instance, messages);
            if (Mischief is { } mischief && mischief.Happens(mischief.SendsBeforeCommit))
            {
                hub.Instances.CarryOut(instance, episode.Called);
            }
        }
        else
        {
            hub.Instances.Commit(instance, episode);
            Repeat(instance, messages);
        }
    }

    private bool IsLost(Instance instance) => !instance.HasLostEpisode && (hub.Options.LosesEveryEpisodeOnce || (Mischief is { } mischief && mischief.Happens(mischief.LosesEpisode)));

    /// <summary>What an episode sees of an inbox. The start always comes first, and an end nobody can put off.</summary>
    private IReadOnlyList<Message> Choose(IReadOnlyList<Message> inbox)
    {
        if (inbox[0].Event is HubEvent.Started && (hub.Options.OneByOne || Mischief is not null))
        {
            return [inbox[0]];
        }

        var order = inbox.ToList();
        if (Mischief is not { } mischief)
        {
            return hub.Options.OneByOne ? [order[0]] : order;
        }

        if (mischief.Happens(mischief.Shuffles))
        {
            var first = order[mischief.Any(order.Count)];
            order.Remove(first);
            order.Insert(0, first);
        }

        return hub.Options.OneByOne || mischief.Happens(mischief.SplitsBatch) ? order[..(hub.Options.OneByOne ? 1 : 1 + mischief.Any(order.Count))] : order;
    }

    private void Repeat(Instance instance, IReadOnlyList<Message> messages)
    {
        foreach (var raised in messages.Select(message => message.Event).OfType<HubEvent.EventRaised>())
        {
            if (Mischief is { } mischief && mischief.Happens(mischief.RepeatsEvent))
            {
                hub.Instances.TryRaise(instance.Id, raised);
            }
        }
    }
}
