using TaskOrchestration.Orchestrations.Resources;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

/// <summary>A router whose answers nobody hears once the process is dead.</summary>
internal sealed class MortalRouter(ITaskRouter router, KillSwitch kill) : ITaskRouter
{
    public async ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var outcome = kill.IsDead ? null : await router.InvokeAsync(call, cancellationToken);
        if (outcome is null || kill.IsDead)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return outcome!;
    }
}
