using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Steps;

/// <summary>One piece of business work that a workflow's task carries out.</summary>
/// <remarks>
/// A step may be stopped between any two calls of a port and carried out again: the end is as if it had run once. What is final
/// (done, declined, out of stock, refused) is answered again under the same token; what was transient is tried again.
/// </remarks>
public interface IStep<in TRequest, TResult>
{
    /// <summary>Carries the step out, or answers what an earlier run of it has done.</summary>
    /// <exception cref="DomainException">The business outcome is an error; its name is the workflow's error name.</exception>
    ValueTask<TResult> ProcessAsync(TRequest request, StepContext context, CancellationToken cancellationToken = default);
}
