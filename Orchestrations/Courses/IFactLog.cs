using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>The facts of one STANDARD execution as the host keeps them. Read by one at a time.</summary>
public interface IFactLog
{
    /// <summary>The execution.</summary>
    string ExecutionArn { get; }

    /// <summary>Tells the execution from any other one, even from a later one of the same name.</summary>
    string Identity { get; }

    /// <summary>The machine it runs.</summary>
    StateMachine Machine { get; }

    /// <summary>Where it stood when the log was found.</summary>
    ExecutionStatus Status { get; }

    /// <summary>How often it had been redriven by then.</summary>
    int RedriveCount { get; }

    /// <summary>Facts in their order, as far as they are durable by now; none once the execution is purged.</summary>
    /// <param name="from">The place of the first one wanted: 0, 1, 2 …</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<FactsRead> ReadAsync(int from, int limit, CancellationToken cancellationToken = default);

    /// <summary>Begins to watch out for more.</summary>
    IFactWatch Watch();
}
