using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>What one process has of schedules; stores, clocks and targets outlive it.</summary>
internal sealed class ScheduleHost : IAsyncDisposable
{
    private readonly ScheduleBell bell = new();

    public ScheduleHost(IScheduleStore store, IFiringTarget target, TimeProvider time, params IReadOnlyList<Schedule> configured)
    {
        var options = new ScheduleOptions { Configured = configured };
        var launcher = new FiringLauncher(store, target, time, bell, NullLogger<FiringLauncher>.Instance);
        var runner = new ScheduleRunner(store, launcher, bell, options, NullLogger<ScheduleRunner>.Instance);
        Service = new ScheduleService(store, runner, launcher, bell, options, time);
        Loop = new SchedulerLoop(runner, launcher, Service, bell, options, time, NullLogger<SchedulerLoop>.Instance);
    }

    public ScheduleService Service { get; }

    public SchedulerLoop Loop { get; }

    public async ValueTask DisposeAsync()
    {
        await Loop.StopAsync(CancellationToken.None);
        Loop.Dispose();
        bell.Dispose();
    }
}
