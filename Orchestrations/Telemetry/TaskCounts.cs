using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>What a count of tasks found.</summary>
/// <param name="At">When.</param>
/// <param name="Counts">What.</param>
internal sealed record TaskCounts(DateTimeOffset At, IReadOnlyList<TaskCount> Counts);
