using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>An answer with what it hands over.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Task">The task that is handed over, or null where there was none.</param>
internal sealed record HandedAnswer(JsonObject Answer, HandedTask? Task)
{
    /// <summary>Says whether the client got it.</summary>
    public ValueTask SettleAsync(bool isDelivered) => Task is null ? ValueTask.CompletedTask : isDelivered ? Task.DeliveredAsync() : Task.ReturnAsync();
}
