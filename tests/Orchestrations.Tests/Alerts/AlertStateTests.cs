using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

public class AlertStateTests
{
    private static readonly AlertRule Rule = new()
    {
        Name = "rule",
        Severity = 2,
        Description = "",
        Signal = AlertSignal.FailedExecutions,
        Threshold = 10,
        Window = TimeSpan.FromMinutes(5),
        EvaluateEvery = TimeSpan.FromMinutes(1),
        PendingFor = TimeSpan.FromMinutes(2),
        ResolveAfter = TimeSpan.FromMinutes(3),
        Query = "",
    };

    [Fact]
    public void Fires_after_it_was_too_much_for_long_enough_and_is_resolved_after_it_was_well_for_long_enough() => Assert.Equal(
        "Inactive Pending Pending Firing Firing Firing Firing Firing Firing Firing Firing Resolved Pending Inactive",
        string.Join(' ', Statuses(Rule, [10, 11, 11, 11, 11, 0, 0, 99, 0, 0, 0, 0, 11, 0])));

    [Fact]
    public void Fires_at_once_without_a_pending_time() =>
        Assert.Equal([AlertStatus.Firing, AlertStatus.Firing], Statuses(Rule with { PendingFor = TimeSpan.Zero }, [11, 12]));

    [Fact]
    public void Never_fires_again_or_is_resolved_before_its_times_are_over() => Prop
        .ForAll(
            ArbMap.Default.ArbFor<int[]>().Filter(values => values.Length < 200),
            values => Intervals(values.Select(value => (double)(value % 20))).All(interval =>
                interval.Status switch
                {
                    AlertStatus.Firing => interval.Minutes >= Rule.ResolveAfter.TotalMinutes || interval.IsLast,
                    AlertStatus.Pending => interval.Minutes <= Rule.PendingFor.TotalMinutes,
                    _ => true,
                }))
        .QuickCheckThrowOnFailure();

    private static IEnumerable<(AlertStatus Status, int Minutes, bool IsLast)> Intervals(IEnumerable<double> values)
    {
        var statuses = Statuses(Rule, values).ToList();
        for (var (from, to) = (0, 0); from < statuses.Count; from = to)
        {
            to = statuses.FindIndex(from, status => status != statuses[from]) is > 0 and var next ? next : statuses.Count;
            yield return (statuses[from], to - from, to == statuses.Count);
        }
    }

    private static IEnumerable<AlertStatus> Statuses(AlertRule rule, IEnumerable<double> values)
    {
        var now = Simulation.Beginning;
        var state = AlertState.New(now);
        foreach (var value in values)
        {
            state = state.After(rule, value, now);
            now = now.AddMinutes(1);
            yield return state.Status;
        }
    }
}
