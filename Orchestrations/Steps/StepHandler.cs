using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>A step of the business as a function: JSON in, the step, JSON out. A business error fails the task under its own name.</summary>
internal sealed class StepHandler<TRequest, TResult>(
    IStep<TRequest, TResult> step, Func<Json, TRequest> read, Func<TRequest, TResult, Json> write, TimeProvider time) : ITaskHandler
{
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            var request = read(invocation.Input);
            var context = new StepContext(invocation.IdempotencyToken, time.GetUtcNow());
            return write(request, await step.ProcessAsync(request, context, cancellationToken));
        }
        catch (DomainException e)
        {
            throw new TaskFailureException(HandlerFailure.Of(e.Name, e.Message));
        }
    }
}
