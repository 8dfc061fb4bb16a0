using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>A function given as a delegate.</summary>
public sealed class DelegateTaskHandler(Func<TaskInvocation, CancellationToken, ValueTask<Json>> handler) : ITaskHandler
{
    private readonly Func<TaskInvocation, CancellationToken, ValueTask<Json>> handler = handler ?? throw new ArgumentNullException(nameof(handler));

    /// <inheritdoc/>
    public ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken) => handler(invocation, cancellationToken);
}
