using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>A function given as a type: each invocation gets an instance of its own, from a scope that ends with it.</summary>
internal sealed class ScopedTaskHandler<THandler>(IServiceScopeFactory scopes) : ITaskHandler
    where THandler : class, ITaskHandler
{
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<THandler>().InvokeAsync(invocation, cancellationToken);
    }
}
