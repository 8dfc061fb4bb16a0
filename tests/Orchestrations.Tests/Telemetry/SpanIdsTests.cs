using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

public class SpanIdsTests
{
    [Fact]
    public void Can_be_chosen_with_the_library_that_is_used() => Assert.True(SpanIds.CanBeChosen);

    [Fact]
    public void Finds_out_that_the_field_is_gone() => Assert.False(SpanIds.Works((_, _) => throw new MissingFieldException("gone")));

    [Fact]
    public void Finds_out_that_the_field_does_nothing_any_more() => Assert.False(SpanIds.Works((_, _) => { }));
}
