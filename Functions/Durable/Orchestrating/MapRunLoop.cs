using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>One generation of a Map Run's orchestration.</summary>
internal sealed class MapRunLoop
{
    private static readonly object Look = new();

    private readonly TaskOrchestrationContext context;
    private readonly MapRunLimits limits;
    private readonly ILogger logger;
    private readonly Inbox inbox = new();
    private readonly FactClock clock;
    private readonly Alarm alarm;
    private readonly Flights flights;
    private readonly HashSet<long> known = [];
    private readonly Queue<long> waiting = new();
    private readonly Queue<Json> ends = new();
    private readonly HashSet<string> ended = [];
    private MapRunInput input;
    private Flight? round;
    private long rounds;
    private int children;
    private long characters;
    private bool isWoken = true;
    private bool looksAtAll = true;
    private bool isOver;

    public MapRunLoop(TaskOrchestrationContext context, MapRunInput input, MapRunLimits limits, ILogger logger)
    {
        this.context = context;
        this.input = input;
        this.limits = limits;
        this.logger = logger;
        clock = new FactClock(context, DateTimeOffset.UnixEpoch);
        alarm = new Alarm(context, clock, inbox);
        flights = new Flights(context, clock, alarm, inbox, logger);
    }

    private bool IsFull => rounds >= limits.Rounds || children >= limits.Children || characters >= limits.Characters;

    /// <summary>Whether there is nothing left to do but to continue as new: what an activity in flight answers then would be lost.</summary>
    private bool MustContinueAsNew => IsFull && flights.Count == 0 && ends.Count == 0;

    /// <summary>Runs until the Map Run is over, or until it is time to continue as new.</summary>
    /// <returns>What to go on with; null if it is over.</returns>
    public async Task<MapRunInput?> RunAsync()
    {
        _ = ListenAsync();
        while (true)
        {
            while (inbox.TryTake(out var arrival))
            {
                Take(arrival);
            }

            if (isOver || MustContinueAsNew)
            {
                alarm.Drop();
                return isOver ? null : input;
            }

            DoWhatIsDue();
            alarm.Arm();
            await inbox.WaitAsync();
        }
    }

    /// <summary>One wait is open at any time, and none is ever cancelled. What comes too late for this generation is made up for: the next one looks at all there is.</summary>
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
            case Arrival.Signalled signalled:
                characters += signalled.Text.Length;
                TakeSignal(signalled.Text);
                break;
            case Arrival.Answered answered:
                TakeAnswer(answered.Flight, answered.Text);
                break;
            case Arrival.Troubled troubled:
                flights.RepeatAfterTrouble(troubled.Flight, troubled.Message);
                break;
            case Arrival.Rang rang:
                clock.AtLeast(rang.Due);
                FireTimers();
                break;
        }
    }

    private void TakeSignal(string text)
    {
        isWoken = true;
        try
        {
            switch (Signal.Parse(text))
            {
                case Signal.Ended child:
                    ended.Add(child.ExecutionArn);
                    break;
                case Signal.Happened { Fact: Fact.Stopped }:
                    input = input with { IsStopped = true };
                    break;
            }
        }
        catch (FormatException e)
        {
            logger.LogWarning("A signal to {Instance} is none: {Problem}", context.InstanceId, e.Message);
        }
    }

    private void TakeAnswer(Flight flight, string text)
    {
        characters += text.Length;
        if (ReadAnswer(flight, text) is not { } answer)
        {
            flights.Repeat(flight);
            return;
        }

        flights.End(flight);
        if (flight != round)
        {
            TakeEnd(answer.End);
            return;
        }

        round = null;
        isOver = answer.IsOver;
        alarm.Set(Look, clock.Now + (answer.IsUrgent ? limits.ShortPause : limits.LongestPause));
        foreach (var child in answer.Running.Where(known.Add))
        {
            waiting.Enqueue(child);
        }
    }

    /// <summary>A child without an end has ended before, so the round that says so is on its way.</summary>
    private void TakeEnd(JsonObject? end)
    {
        isWoken = true;
        if (end is not null)
        {
            ends.Enqueue(end);
        }
    }

    /// <summary>The answer to a flight, or null if it is the answer to another one.</summary>
    private MapRunAnswer? ReadAnswer(Flight flight, string text)
    {
        try
        {
            return MapRunAnswer.Read(text) is var answer && answer.Ticket == flight.Ticket ? answer : null;
        }
        catch (FormatException e)
        {
            logger.LogWarning("Activity {Activity} of {Instance} gave no answer of ours, so it is called again: {Problem}", flight.Activity, context.InstanceId, e.Message);
            return null;
        }
    }

    private void FireTimers()
    {
        while (alarm.TakeDue(out _) is { } key)
        {
            if (key is Flight flight)
            {
                flights.Repeat(flight);
            }
            else
            {
                isWoken = true;
                looksAtAll = true;
            }
        }
    }

    private void DoWhatIsDue()
    {
        while (!IsFull && waiting.Count > 0 && flights.Count < limits.Flights)
        {
            children++;
            Begin(new Flight(OrchestratorNames.RunExpressChild, new ExpressChildInput(input, waiting.Dequeue()).Text));
        }

        if (round is null && (isWoken || ends.Count > 0) && (!IsFull || ends.Count > 0))
        {
            alarm.Cancel(Look);
            round = Begin(new Flight(OrchestratorNames.AdvanceMapRun, NextRound().Text));
        }
    }

    private MapRunRound NextRound()
    {
        var next = new MapRunRound(input) { Number = ++rounds, Ended = looksAtAll ? null : [.. ended], Ends = TakeEnds() };
        ended.Clear();
        isWoken = false;
        looksAtAll = false;
        return next;
    }

    /// <summary>As many as one activity carries.</summary>
    private List<Json> TakeEnds()
    {
        var taken = new List<Json>();
        for (var bytes = 0; ends.TryPeek(out var end) && (taken.Count == 0 || bytes + end.Utf8Length <= limits.EndCharacters); bytes += end.Utf8Length)
        {
            taken.Add(ends.Dequeue());
        }

        return taken;
    }

    private Flight Begin(Flight flight)
    {
        characters += flight.Length;
        flights.Begin(flight);
        return flight;
    }
}
