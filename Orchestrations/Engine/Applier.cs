using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Takes commands in and applies facts in memory, on a thread of its own; hands what must become durable to the committer, a group at a time.</summary>
/// <remarks>While one group is being committed the next is applied. An execution's state in memory is therefore ahead of what is durable, and nobody learns of it before it is.</remarks>
internal sealed class Applier
{
    private readonly Inbox inbox;
    private readonly Committer committer;
    private readonly IJournal journal;
    private readonly ILogger logger;
    private readonly Dictionary<string, OpenExecution> open = [];
    private readonly Residents residents;
    private readonly Queue<OpenExecution> ended = new();
    private readonly List<Effect> effects = [];
    private List<Command> commands = [];
    private Group group;

    public Applier(Inbox inbox, Committer committer, IJournal journal, EngineOptions options, ILogger logger)
    {
        this.inbox = inbox;
        this.committer = committer;
        this.journal = journal;
        this.logger = logger;
        residents = new Residents(options.ResidentExecutions, journal, committer);
        group = committer.NextGroup();
        NextKey = journal.LastKey + 1;
    }

    /// <summary>How many executions are open.</summary>
    public int OpenCount => open.Count;

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
            committer.WaitUntilIdle();
            HandOver();
            committer.WaitUntilIdle();
        }

        return residents.Touch(execution);
    }

    /// <summary>Whether a closed execution bears the name.</summary>
    public bool IsNameTaken(string stateMachineArn, string name) => journal.Find(stateMachineArn, name) is not null;

    /// <summary>Begins an execution.</summary>
    public OpenExecution Begin(StartCommand start, string executionArn)
    {
        var execution = new OpenExecution(NextKey++, executionArn, start.Machine, inbox) { Execution = new Execution(start.Machine) };
        Deliver(execution, new Fact.Started(start.At, start.Start));
        open.Add(executionArn, execution);
        group.Journal.Started.Add(new ExecutionEntry
        {
            Key = execution.Key,
            StateMachineArn = start.Start.StateMachineArn,
            Name = start.Start.Name,
            Revision = start.Revision,
            StartDate = start.At,
        });
        return execution;
    }

    /// <summary>Applies a fact.</summary>
    /// <returns>Whether it had any bearing. If not, it is dropped.</returns>
    public bool Deliver(OpenExecution execution, Fact fact)
    {
        if (execution.HasEnded)
        {
            return false;
        }

        var state = StateOf(execution);
        var due = fact.At < execution.LastFactAt ? fact with { At = execution.LastFactAt } : fact;
        if (!Apply(due, execution, state))
        {
            return false;
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
            return state.Apply(fact, effects);
        }
        catch
        {
            // Its state is anyone's guess now; what its journal says is not.
            residents.Forget(execution);
            throw;
        }
    }

    private void End(OpenExecution execution, Execution state)
    {
        execution.HasEnded = true;
        residents.Forget(execution);
        ended.Enqueue(execution);
        group.Journal.Ended.Add(new ExecutionOutcome(execution.Key, state.Status, state.StoppedAt!.Value, state.Output, state.Failure));
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
            open.Remove(ended.Dequeue().Arn);
        }
    }
}
