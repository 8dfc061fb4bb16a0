using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>What the present execution of a task is started with.</summary>
/// <remarks>
/// Every attempt gets the same input, but for the id of an order: the order of an attempt that failed was undone and keeps its record, so the next one
/// is an order of its own, <c>{orderId}-2</c> and so on.
/// </remarks>
internal static class TaskInput
{
    private const string OrderId = "orderId";

    public static JsonObject Of(TrackedTask task)
    {
        var input = Json.Parse(task.Input) as JsonObject
            ?? throw new InvalidOperationException($"expected an object as the input of {task.TaskId}, found {task.Input}");
        if (task.Attempt == 1 || task.Kind != TaskKind.Order)
        {
            return input;
        }

        var name = input.Names.ToArray().FirstOrDefault(member => string.Equals(member, OrderId, StringComparison.OrdinalIgnoreCase));
        return name is null || input[name] is not { } id || id is JsonNull ? input : input.With(name, Json.Of($"{(id as JsonString)?.Value ?? id.ToString()}-{task.Attempt}"));
    }
}
