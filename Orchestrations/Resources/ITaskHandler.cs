using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>The code behind a function name: what a Lambda function is on AWS.</summary>
public interface ITaskHandler
{
    /// <summary>
    /// Does the work and returns the result. Throwing fails the task; the error name is that of the exception's <see cref="ErrorNameAttribute"/>,
    /// or the name of its type.
    /// </summary>
    /// <remarks>May run more than once for one attempt (after a crash): whatever it changes in the world must be idempotent under <see cref="TaskInvocation.IdempotencyToken"/>.</remarks>
    ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken);
}
