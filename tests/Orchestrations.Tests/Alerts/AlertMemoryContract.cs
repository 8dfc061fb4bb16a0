using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

/// <summary>What every <see cref="IAlertMemory"/> must do.</summary>
public abstract class AlertMemoryContract
{
    [Fact]
    public async Task Recalls_nothing_that_was_never_kept() => Assert.Null(await CreateMemory().RecallAsync());

    [Fact]
    public async Task Recalls_what_was_kept_after_a_restart()
    {
        var known = Known(AlertStatus.Firing);

        await CreateMemory().KeepAsync(known);

        AssertSame(known, await CreateMemory().RecallAsync());
    }

    [Fact]
    public async Task Recalls_what_was_kept_last()
    {
        await CreateMemory().KeepAsync(Known(AlertStatus.Firing));
        var last = Known(AlertStatus.Resolved) with { FailedExecutions = new Dictionary<long, long>(), Notices = [] };

        await CreateMemory().KeepAsync(last);

        AssertSame(last, await CreateMemory().RecallAsync());
    }

    /// <summary>The memory as a process that has just started finds it.</summary>
    protected abstract IAlertMemory CreateMemory();

    protected static AlertRecollection Known(AlertStatus status) => new()
    {
        States = new Dictionary<string, AlertState> { ["a"] = AlertState.New(Simulation.Beginning) with { Status = status, Value = 4.5, WellSince = Simulation.Beginning } },
        FailedExecutions = new Dictionary<long, long> { [10] = 2, [20] = 3 },
        ThrottledCalls = new Dictionary<long, long> { [30] = 4 },
        Notices = [new AlertNotice("id", "{\"ü\":1}", Simulation.Beginning, 1, Simulation.Beginning)],
    };

    protected static void AssertSame(AlertRecollection expected, AlertRecollection? found)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.States, found.States);
        Assert.Equal(expected.FailedExecutions, found.FailedExecutions);
        Assert.Equal(expected.ThrottledCalls, found.ThrottledCalls);
        Assert.Equal(expected.Notices, found.Notices);
    }
}
