using Microsoft.Extensions.Configuration;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Functions.Tests.Hosting;

public sealed class BatchTimesTests
{
    [Theory]
    [InlineData("0 30 2 * * *", "0 30 2 * * ?")]
    [InlineData("0 30 2 1,15 * *", "0 30 2 1,15 * ?")]
    [InlineData("0 0 */6 * * MON-FRI", "0 0 */6 ? * MON-FRI")]
    public void The_due_times_of_a_timer_are_those_of_the_schedule(string timer, string cron)
    {
        var timers = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("SETTLEMENT_SCHEDULE", (string?)timer)]).Build();

        var settings = new ConfigurationBuilder().AddInMemoryCollection(BatchTimes.ScheduleSettings(timers)).Build();

        var settlement = ConfiguredSchedules.Read(settings.GetSection("Schedules")).Single(schedule => schedule.Name == BatchTimes.Settlement);
        Assert.Equal((cron, "UTC", "SettlementBatch"), (settlement.Cron, settlement.TimeZone, settlement.StateMachine));
    }

    [Fact]
    public void The_batches_have_schedules() => Assert.Equal(
        [BatchTimes.Settlement, BatchTimes.Retention], ConfiguredSchedules.Defaults.Select(schedule => schedule.Name));
}
