using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Something that was taken down but may never have reached Durable Functions.</summary>
/// <param name="Record">The execution.</param>
/// <param name="Answer">The answer to one of its tasks; or null where the execution itself (or its redrive) was not started.</param>
public sealed record UnfinishedHandover(ExecutionRecord Record, Fact? Answer);
