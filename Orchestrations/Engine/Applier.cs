using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Takes commands in and applies facts in memory, on a thread of its own; hands what must become durable to the committer, a group at a time.</summary>
/// <remarks>While one group is being committed the next is applied. An execution's state in memory is therefore ahead of what is durable, and nobody learns of it before it is.</remarks>
internal sealed class Applier
{
    private readonly Inbox inbox;
    private readonly Committer committer;
    private readonly IJournal journal;
    private readonly Observers observers;
    private readonly StatusSubscriptions subscriptions;
    private readonly ILogger logger;
    private readonly Dictionary<string, OpenExecution> open = [];
    private readonly Residents residents;
    private readonly Queue<OpenExecution> ended = new();
    private readonly List<Effect> effects = [];
    private readonly List<TaskProgress> progress = [];
    private List<HistoryEvent>? events;
    private List<Command> commands = [];
    private Group group;

    public Applier(Inbox inbox, Committer committer, IJournal journal, Observers observers, EngineOptions options, ILogger logger)
    {
        this.inbox = inbox;
        this.committer = committer;
        this.journal = journal;
        this.observers = observers;
        subscriptions = options.StatusSubscriptions;
        this.logger = logger;
        residents = new Residents(options.ResidentExecutions, journal, committer);
        group = committer.NextGroup();
        NextKey = journal.LastKey + 1;
    }

    /// <summary>How many executions are open. Those that have ended are still in hand until their end is durable, and do not count.</summary>
    public int OpenCount => Math.Max(0, open.Count - ended.Count);

    private long NextKey { get; set; }

    /// <summary>Works until the inbox is closed and empty, or the committer has failed.</summary>
    public void Run()
    {
        while (inbox.Take(ref commands, isNudgeComing: !committer.IsIdleOrNudges()))
        {
            foreach (var command in commands)
            {
                Apply(command);
                if (group.IsFull)
                {
                    committer.WaitUntilIdle();
                    HandOver();
                }
            }

            commands.Clear();
            if (!group.IsEmpty && committer.IsIdle)
            {
                HandOver();
            }
        }

        if (!group.IsEmpty)
        {
            committer.WaitUntilIdle();
            HandOver();
        }
    }

    /// <summary>Takes an execution in that was open when the engine last stopped.</summary>
    public void Adopt(OpenExecution execution)
    {
        open.Add(execution.Arn, execution);
        residents.Touch(execution);
    }

    /// <summary>The open execution of that ARN, or null. One that has ended is still found until its end is durable.</summary>
    public OpenExecution? Find(string executionArn) => open.GetValueOrDefault(executionArn);

    /// <summary>The state of an open execution.</summary>
    public Execution StateOf(OpenExecution execution)
    {
        if (execution.Execution is null && execution.LastGroup > committer.LastCommitted)
        {
            MakeDurable();
        }

        return residents.Touch(execution);
    }

    /// <summary>Whether a closed execution bears the name.</summary>
    public bool IsNameTaken(string stateMachineArn, string name) => journal.Find(stateMachineArn, name) is not null;

    /// <summary>Begins an execution. It may have ended when this returns.</summary>
    /// <param name="birth">The execution.</param>
    /// <param name="watcher">Who wants to know when it has ended, or null.</param>
    public OpenExecution Begin(Birth birth, WatchCommand? watcher = null)
    {
        var start = birth.Start;
        var execution = new OpenExecution(NextKey++, start.ExecutionArn, birth.Machine, inbox) { Execution = new Execution(birth.Machine) };
        if (watcher is not null)
        {
            execution.Watch(watcher);
        }

        Deliver(execution, new Fact.Started(birth.At, start));
        open.Add(execution.Arn, execution);
        group.Journal.Started.Add(new ExecutionEntry
        {
            Key = execution.Key,
            StateMachineArn = start.StateMachineArn,
            Version = start.Version,
            Alias = start.Alias,
            Name = start.Name,
            Revision = birth.Revision,
            StartDate = birth.At,
            Child = birth.Child,
        });
        return execution;
    }

    /// <summary>An execution that has ended, as its journal has it. It is not open; <see cref="Reopen"/> makes it so.</summary>
    /// <exception cref="RefusedException">It is no longer known, or it runs.</exception>
    public OpenExecution Recall(RedriveCommand redrive)
    {
        var entry = redrive.Entry;
        if (open.ContainsKey(entry.ExecutionArn))
        {
            MakeDurable();
        }

        var state = new Execution(redrive.Machine);
        var recalled = new OpenExecution(entry.Key, entry.ExecutionArn, redrive.Machine, inbox) { Execution = state, HasEnded = true };
        effects.Clear();
        foreach (var fact in journal.ReadFacts(entry.Key))
        {
            state.Apply(fact, effects);
            effects.Clear();
            recalled.FactCount++;
            recalled.LastFactAt = fact.At;
        }

        return state.Start is null
            ? throw new RefusedException(Refusal.ExecutionDoesNotExist, $"Execution Does Not Exist: '{entry.ExecutionArn}'")
            : recalled;
    }

    /// <summary>Has an execution that was recalled go on. It may have ended again when this returns.</summary>
    public void Reopen(OpenExecution recalled, Fact.Redriven fact)
    {
        recalled.HasEnded = false;
        if (!Deliver(recalled, fact, out var state))
        {
            throw new InvalidOperationException($"expected {recalled.Arn} to be redrivable, found that it is not");
        }

        open[recalled.Arn] = recalled;
        group.Journal.Redriven.Add(new ExecutionRedrive(recalled.Key, state.RedriveCount, state.RedrivenAt!.Value));
    }

    /// <summary>Applies a fact.</summary>
    /// <returns>Whether it had any bearing. If not, it is dropped.</returns>
    public bool Deliver(OpenExecution execution, Fact fact) => !execution.HasEnded && Deliver(execution, fact, out _);

    /// <summary>Has a command told when everything up to now is durable.</summary>
    public void AnswerWhenDurable(Command command) => group.Answers.Add(command);

    /// <summary>Tells everyone who still waits that nothing more will come.</summary>
    public void Abandon(Exception reason)
    {
        foreach (var waiting in group.Answers.Concat(commands).Concat(open.Values.Where(execution => !execution.HasEnded).SelectMany(execution => (IEnumerable<Command>)execution.Watchers)))
        {
            waiting.Abandoned(reason);
        }
    }

    private bool Deliver(OpenExecution execution, Fact fact, out Execution state)
    {
        state = StateOf(execution);
        var due = fact.At < execution.LastFactAt ? fact with { At = execution.LastFactAt } : fact;
        if (!Apply(due, execution, state))
        {
            return false;
        }

        Observe(execution, state, due);
        if (fact is Fact.Started or Fact.Redriven)
        {
            Note(state, ReportedStatus.Running, due.At);
        }

        execution.LastFactAt = due.At;
        execution.LastGroup = group.Number;
        group.Journal.Rows.Add(new JournalRow(execution.Key, execution.FactCount++, due));
        foreach (var effect in effects)
        {
            group.Effects.Add(new PendingEffect(execution, state.Start, effect));
        }

        if (state.Status != ExecutionStatus.Running)
        {
            End(execution, state);
        }

        return true;
    }

    private void Apply(Command command)
    {
        try
        {
            command.Apply(this);
        }
#pragma warning disable CA1031 // An error of ours in one execution must not take down the others; the command's sender and the log learn of it.
        catch (Exception e) when (e is not JournalException)
#pragma warning restore CA1031
        {
            logger.LogError(e, "An internal error: {Command} could not be applied", command.GetType().Name);
            command.Abandoned(e);
        }
    }

    private bool Apply(Fact fact, OpenExecution execution, Execution state)
    {
        try
        {
            effects.Clear();
            progress.Clear();
            events = HistoryFor(execution, state, fact);
            return state.Apply(fact, effects, events, execution.Observed is { WantsProgress: true } ? progress : null);
        }
        catch
        {
            // Its state is anyone's guess now; what its journal says is not.
            residents.Forget(execution);
            throw;
        }
    }

    /// <summary>Where the events of a fact go, or null if nobody wants them.</summary>
    private List<HistoryEvent>? HistoryFor(OpenExecution execution, Execution state, Fact fact)
    {
        if (observers.IsEmpty)
        {
            return null;
        }

        execution.Observed ??= observers.Of(fact is Fact.Started started ? started.Start : state.Start);
        return execution.Observed.WantsHistory ? [] : null;
    }

    private void Observe(OpenExecution execution, Execution state, Fact fact)
    {
        if (execution.Observed is { } observed)
        {
            group.Observations.Add(new PendingObservation(observed, Observers.Observation(state, StateMachineType.Standard, fact, events, progress.Count == 0 ? [] : [.. progress])));
        }
    }

    private void Note(Execution state, ReportedStatus status, DateTimeOffset at, Failure? failure = null)
    {
        if (subscriptions.For(state.Start.StateMachineArn, status) is { Count: > 0 } interested)
        {
            group.Journal.StatusChanges.AddRange(StatusChange.For(interested, state.Start.ExecutionArn, status, state.RedriveCount, at, failure));
        }
    }

    private void End(OpenExecution execution, Execution state)
    {
        Note(state, ReportedStatuses.Of(state.Status), state.StoppedAt!.Value, state.Failure);
        execution.HasEnded = true;
        residents.Forget(execution);
        ended.Enqueue(execution);
        group.Journal.Ended.Add(new ExecutionOutcome(execution.Key, state.Status, state.StoppedAt!.Value, state.Output, state.Failure) { EventCount = state.EventCount });
        foreach (var watcher in execution.Watchers)
        {
            watcher.Ended(state);
            AnswerWhenDurable(watcher);
        }
    }

    private void HandOver()
    {
        committer.Commit(group);
        group = committer.NextGroup();
        while (ended.TryPeek(out var oldest) && oldest.LastGroup <= committer.LastCommitted)
        {
            ended.Dequeue();
            if (open.GetValueOrDefault(oldest.Arn) == oldest)
            {
                open.Remove(oldest.Arn);
            }
        }
    }

    /// <summary>Waits until all that was applied is durable.</summary>
    private void MakeDurable()
    {
        committer.WaitUntilIdle();
        HandOver();
        committer.WaitUntilIdle();
    }
}
