using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>The activities that are in flight.</summary>
/// <remarks>
/// One that throws is called again after a pause, for ever: whatever can go wrong with a task is in its answer, so this is trouble of the infrastructure,
/// and nothing an execution could decide about.
/// </remarks>
internal sealed class Flights(TaskOrchestrationContext context, FactClock clock, Alarm alarm, Inbox inbox, ILogger logger)
{
    private readonly HashSet<Flight> all = [];
    private readonly Dictionary<long, Flight> byTask = [];
    private Flight? recording;
    private int inTheAir;

    /// <summary>How many there are.</summary>
    public int Count => all.Count;

    /// <summary>Whether an activity of its own is taking down facts.</summary>
    public bool IsRecording => recording is not null;

    /// <summary>Whether any other activity is being carried out.</summary>
    public bool AreAtWork => inTheAir > (recording is { IsGrounded: false } ? 1 : 0);

    /// <summary>Those that wait for another call after trouble.</summary>
    public IEnumerable<Flight> Grounded => all.Where(flight => flight.IsGrounded);

    /// <summary>The one that does a task, or null.</summary>
    public Flight? Of(long task) => byTask.GetValueOrDefault(task);

    /// <summary>Calls an activity.</summary>
    public void Begin(Flight flight)
    {
        all.Add(flight);
        if (flight.Request is { } request)
        {
            byTask[request.Task] = flight;
        }

        recording = flight.Activity == OrchestratorNames.Record ? flight : recording;
        inTheAir++;
        _ = FlyAsync(flight);
    }

    /// <summary>Calls it again.</summary>
    public void Repeat(Flight flight)
    {
        inTheAir += flight.IsGrounded ? 1 : 0;
        flight.IsGrounded = false;
        _ = FlyAsync(flight);
    }

    /// <summary>Calls one again after a pause that has met with trouble.</summary>
    public void RepeatAfterTrouble(Flight flight, string trouble)
    {
        logger.LogWarning(
            "Activity {Activity} of {Instance} could not be carried out; the next attempt is in {Pause}: {Trouble}", flight.Activity, context.InstanceId, Pauses.After(flight.Repetitions), trouble);
        RepeatLater(flight);
    }

    /// <summary>Calls it again after a pause, which gets longer from one time to the next.</summary>
    public void RepeatLater(Flight flight)
    {
        flight.IsGrounded = true;
        inTheAir--;
        alarm.Set(flight, clock.Now + Pauses.After(flight.Repetitions++));
    }

    /// <summary>Waits for it no more.</summary>
    public void End(Flight flight)
    {
        all.Remove(flight);
        inTheAir -= flight.IsGrounded ? 0 : 1;
        alarm.Cancel(flight);
        if (flight.Request is { } request && byTask.GetValueOrDefault(request.Task) == flight)
        {
            byTask.Remove(request.Task);
        }

        recording = recording == flight ? null : recording;
    }

    private async Task FlyAsync(Flight flight) => inbox.Post(await ArriveAsync(flight));

    private async Task<Arrival> ArriveAsync(Flight flight)
    {
#pragma warning disable CA1031 // Whatever keeps an activity from answering is the same to us.
        try
        {
            return new Arrival.Answered(flight, await context.CallActivityAsync<string>(flight.Activity, flight.Input));
        }
        catch (Exception e)
        {
            return new Arrival.Troubled(flight, e.Message);
        }
#pragma warning restore CA1031
    }
}
