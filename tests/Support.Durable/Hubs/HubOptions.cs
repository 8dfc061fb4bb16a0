using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Support.Durable.Histories;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>How a <see cref="TaskHub"/> behaves.</summary>
public sealed record HubOptions
{
    /// <summary>Its clock, which it moves itself. Whatever is under test can share it.</summary>
    public ManualTimeProvider Clock { get; init; } = new();

    /// <summary>What an orchestrator's log is written to; what it logs while it is replayed is left out.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>How many bytes of UTF-8 an input, output, event or status may have: as many as the Durable Task Scheduler takes.</summary>
    public int MessageBytes { get; init; } = 1024 * 1024;

    /// <summary>How long a timer may be before it is split in two, as by the worker.</summary>
    public TimeSpan LongestTimer { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Whether every call of the client from outside has the hub do all that is due, before it returns. If not, <see cref="TaskHub.RunAsync"/> does.</summary>
    public bool RunsAtOnce { get; init; }

    /// <summary>What comes to orchestrations: all that has come in one episode, or each in one of its own.</summary>
    public bool OneByOne { get; init; }

    /// <summary>Whether every episode is lost once, just before it is committed, and run again: a restart at every await.</summary>
    public bool LosesEveryEpisodeOnce { get; init; }

    /// <summary>What goes wrong, and how often; null for nothing.</summary>
    public Mischief? Mischief { get; init; }

    /// <summary>Is given every episode that becomes history; null for nobody.</summary>
    public Action<RecordedEpisode>? Recorder { get; init; }

    /// <summary>After how many steps without coming to rest the hub gives up: something goes round in circles.</summary>
    public int MostSteps { get; init; } = 1_000_000;
}
