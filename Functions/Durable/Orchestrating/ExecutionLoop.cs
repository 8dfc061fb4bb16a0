using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>One generation of an orchestration: takes in what arrives, applies it, does what follows, and waits.</summary>
internal sealed class ExecutionLoop
{
    private readonly TaskOrchestrationContext context;
    private readonly ExecutionInput input;
    private readonly ILogger logger;
    private readonly Execution execution;
    private readonly Inbox inbox = new();
    private readonly FactClock clock;
    private readonly Alarm alarm;
    private readonly Generation generation;
    private readonly Flights flights;
    private readonly Unrecorded unrecorded;
    private readonly Children children;
    private readonly Errands errands;
    private readonly List<Effect> effects = [];
    private readonly List<TaskProgress> progress = [];
    private readonly List<string> unreadSignals = [];
    private bool isDisowned;

    public ExecutionLoop(TaskOrchestrationContext context, StateMachine machine, ExecutionInput input, IReadOnlyList<string> signals, GenerationLimits limits, ILogger logger)
    {
        this.context = context;
        this.input = input;
        this.logger = logger;
        clock = new FactClock(context, input.LastAt);
        alarm = new Alarm(context, clock, inbox);
        generation = new Generation(limits, input.Luggage.LongestAnswer);
        flights = new Flights(context, clock, alarm, inbox, logger);
        unrecorded = new Unrecorded(clock, input);
        children = new Children(input.Luggage.Children);
        execution = input.Snapshot is { } snapshot ? Execution.Restore(machine, snapshot) : new Execution(machine);
        errands = new Errands(execution, generation, flights, unrecorded, children);
        foreach (var signal in signals)
        {
            inbox.Post(new Arrival.Signalled(signal));
        }
    }

    /// <summary>The signals that came and were not seen to.</summary>
    public IReadOnlyList<string> UnreadSignals => [.. unreadSignals, .. inbox.Rest.OfType<Arrival.Signalled>().Select(signal => signal.Text)];

    private bool HasEnded => execution.Status != ExecutionStatus.Running;

    /// <summary>Whether the generation is over but for facts that are being taken down: what comes now is left to the next one.</summary>
    private bool IsClosing => generation.IsFull && !HasEnded && !isDisowned && !flights.AreAtWork;

    /// <summary>Whether there is nothing left to do but to continue as new.</summary>
    private bool MustContinueAsNew => IsClosing && unrecorded.IsEmpty && !flights.IsRecording;

    private ExecutionOutcome Outcome => isDisowned ? ExecutionOutcome.OfAnother : ExecutionOutcome.Of(execution);

    private bool IsDone => isDisowned || (errands.AreOver && flights.Count == 0);

    /// <summary>Runs until the execution has ended, or until it is time to continue as new.</summary>
    /// <returns>How it ended, or null where it is to continue as new.</returns>
    public async Task<ExecutionOutcome?> RunAsync()
    {
        Begin();
        _ = ListenAsync();
        while (true)
        {
            while (!MustContinueAsNew && inbox.TryTake(out var arrival))
            {
                Take(arrival);
            }

            if (!isDisowned)
            {
                errands.Begin();
            }

            if (IsDone || MustContinueAsNew)
            {
                alarm.Drop();
                return MustContinueAsNew ? null : Outcome;
            }

            alarm.Arm();
            await inbox.WaitAsync();
        }
    }

    /// <summary>What the next generation goes on with.</summary>
    public ExecutionInput Pack() => input with
    {
        First = null,
        Snapshot = execution.Snapshot(),
        Next = unrecorded.Next,
        Chain = unrecorded.Chain,
        LastAt = clock.Now,
        IsFirst = unrecorded.IsFirst,
        Luggage = new Luggage
        {
            Children = children.ByTask,
            Stops = [.. flights.Grounded.Where(flight => flight.Stop is not null).Select(flight => flight.Input)],
            Closed = unrecorded.Closed,
            LongestAnswer = generation.LongestAnswer,
        },
    };

    private void Begin()
    {
        if (input.First is { } first)
        {
            execution.Apply(first, effects, history: null, progress);
            generation.CountFact();
            unrecorded.AddEarlier([.. progress]);
        }
        else
        {
            effects.AddRange(execution.Outstanding());
        }

        CarryOutAll();
        foreach (var stop in input.Luggage.Stops)
        {
            errands.Stop(StopInput.Read(stop));
        }
    }

    /// <summary>Listens for as long as the generation lasts. One wait is open at any time, and none is ever cancelled: a cancelled one would swallow an event.</summary>
    private async Task ListenAsync()
    {
        while (true)
        {
            inbox.Post(new Arrival.Signalled(Signal.TextOf(await context.WaitForExternalEvent<object>(Signal.EventName))));
        }
    }

    private void Take(Arrival arrival)
    {
        switch (arrival)
        {
            case Arrival.Signalled signalled when IsClosing:
                unreadSignals.Add(signalled.Text);
                break;
            case Arrival.Signalled signalled:
                generation.Count(signalled.Text.Length);
                TakeSignal(signalled.Text);
                break;
            case Arrival.Answered answered:
                TakeAnswer(answered.Flight, answered.Text);
                break;
            case Arrival.Troubled troubled:
                TakeTrouble(troubled.Flight, troubled.Message);
                break;
            case Arrival.Rang rang:
                clock.AtLeast(rang.Due);
                FireTimers();
                break;
            case Arrival.NextTurn:
                Deliver(new Fact.Continued(clock.Now));
                break;
            default:
                throw new UnreachableException($"no rule for {arrival.GetType().Name}");
        }
    }

    private void TakeSignal(string text)
    {
        Signal signal;
        try
        {
            signal = Signal.Parse(text);
        }
        catch (FormatException e)
        {
            logger.LogWarning("A signal to {Instance} is none: {Problem}", context.InstanceId, e.Message);
            return;
        }

        switch (signal)
        {
            case Signal.Happened happened:
                Deliver(happened.Fact with { At = clock.Now });
                break;
            case Signal.Ended ended when children.Ended(ended.ExecutionArn) is { } task:
                errands.AskAgain(task);
                break;
        }
    }

    private void TakeAnswer(Flight flight, string text)
    {
        if (ReadAnswer(flight, text) is not { } answer)
        {
            errands.Repeat(flight);
            return;
        }

        generation.Count(text.Length);
        if (flight.Stop is not null && answer.Child is not null)
        {
            flights.RepeatLater(flight);
            return;
        }

        errands.Done(flight);
        if (!answer.Runs && !HasEnded)
        {
            logger.LogWarning("Execution {Execution} is not run by {Instance} any more", execution.Start.ExecutionArn, context.InstanceId);
            isDisowned = true;
        }
        else if (!answer.Runs)
        {
            errands.StopWhatItHasStarted(flight);
        }
        else if (flight.Request is { } request)
        {
            generation.NoteLength(text);
            TakeOutcome(request, answer);
        }
    }

    /// <summary>The answer to a flight, or null if it is the answer to another one.</summary>
    private ActivityAnswer? ReadAnswer(Flight flight, string text)
    {
        ActivityAnswer? answer = null;
        try
        {
            answer = ActivityAnswer.Read(text);
        }
        catch (FormatException e)
        {
            logger.LogWarning("Activity {Activity} of {Instance} gave no answer of ours, so it is called again: {Problem}", flight.Activity, context.InstanceId, e.Message);
        }

        return answer?.Ticket == flight.Ticket ? answer : null;
    }

    private void TakeOutcome(TaskRequest request, ActivityAnswer answer)
    {
        if (answer.Submitted is { } submitted)
        {
            Deliver(new Fact.TaskSubmitted(clock.Now, request.Task, submitted));
        }

        if (answer.Child is { } child)
        {
            AwaitChild(request.Task, child);
        }

        switch (answer.Outcome)
        {
            case TaskOutcome.Succeeded succeeded:
                Deliver(new Fact.TaskSucceeded(clock.Now, request.Task, succeeded.Output));
                break;
            case TaskOutcome.Failed failed:
                errands.CloseIfOpen(request);
                Deliver(new Fact.TaskFailed(clock.Now, request.Task, failed.Failure));
                break;
        }
    }

    private void AwaitChild(long task, string child)
    {
        if (execution.PendingTask(task) is null)
        {
            errands.Stop(child);
        }
        else if (!children.Await(task, child))
        {
            errands.AskAgain(task);
        }
    }

    private void TakeTrouble(Flight flight, string trouble)
    {
        if (flight.Request is not null && (flight.IsGivenUp || HasEnded))
        {
            errands.Drop(flight);
        }
        else
        {
            // Meanwhile another activity takes down what it carries.
            if (flight.Batch is { } batch)
            {
                unrecorded.Returned(batch);
            }

            flights.RepeatAfterTrouble(flight, trouble);
        }
    }

    private void FireTimers()
    {
        while (alarm.TakeDue(out var due) is { } key)
        {
            if (key is Flight flight && (!IsClosing || flight.Activity == OrchestratorNames.Record))
            {
                errands.Repeat(flight);
            }
            else if (key is long && !IsClosing)
            {
                clock.AtLeast(due);
                Deliver(new Fact.TimerFired(clock.Now, (long)key));
            }
        }
    }

    private void Deliver(Fact fact)
    {
        effects.Clear();
        progress.Clear();
        if (execution.Apply(fact, effects, history: null, progress))
        {
            generation.CountFact();
            unrecorded.Add(fact, [.. progress]);
            CarryOutAll();
        }
    }

    private void CarryOutAll()
    {
        foreach (var effect in effects)
        {
            CarryOut(effect);
        }
    }

    private void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.InvokeTask invoke when !children.ByTask.ContainsKey(invoke.Request.Task):
                errands.Ask(invoke.Request);
                break;
            case Effect.InvokeTask:
                break;
            case Effect.CancelTask cancel:
                errands.GiveUp(cancel.Task);
                break;
            case Effect.SetTimer set:
                alarm.Set(set.Timer, set.Due);
                break;
            case Effect.CancelTimer cancel:
                alarm.Cancel(cancel.Timer);
                break;
            case Effect.Continue:
                inbox.Post(new Arrival.NextTurn());
                break;
            case Effect.Finish:
                errands.AskNoMore();
                break;
            default:
                throw new UnreachableException($"no way to carry out {effect.GetType().Name}");
        }
    }
}
