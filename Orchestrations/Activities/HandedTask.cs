using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>A task on its way to a worker. Whoever carries it there says how that went.</summary>
/// <param name="taskToken">By which the worker answers.</param>
/// <param name="input">What the worker gets.</param>
/// <param name="settle">Gets to know whether it arrived, once.</param>
public sealed class HandedTask(string taskToken, Json input, Func<bool, ValueTask> settle)
{
    /// <summary>By which the worker answers.</summary>
    public string TaskToken { get; } = taskToken;

    /// <summary>What the worker gets.</summary>
    public Json Input { get; } = input;

    /// <summary>The worker has it.</summary>
    public ValueTask DeliveredAsync() => settle(true);

    /// <summary>The worker had gone: the task is the next to be handed out.</summary>
    public ValueTask ReturnAsync() => settle(false);
}
