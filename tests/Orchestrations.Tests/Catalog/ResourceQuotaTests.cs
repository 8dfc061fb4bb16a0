using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public class ResourceQuotaTests
{
    [Fact]
    public async Task Counts_once_for_many()
    {
        var (there, counts) = (0, 0);
        var quota = new ResourceQuota(5_000, _ =>
        {
            counts++;
            return ValueTask.FromResult((long)there);
        });

        while (await quota.TakeAsync())
        {
            there++;
        }

        Assert.Equal((5_000, 6), (there, counts));
    }

    [Fact]
    public async Task Gives_none_away_where_there_are_too_many_already() => Assert.False(await new ResourceQuota(3, _ => ValueTask.FromResult(7L)).TakeAsync());
}
