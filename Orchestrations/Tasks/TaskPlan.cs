using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>How a submission is to be carried out.</summary>
/// <param name="Workflow">The name of the machine.</param>
/// <param name="Input">What it is started with.</param>
/// <param name="Title">A title that follows from the content.</param>
internal sealed record TaskPlan(string Workflow, JsonObject Input, string Title);
