using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class StatusSubscriptionTests
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:OrderProcessing";

    [Theory]
    [InlineData("OrderProcessing", true)]
    [InlineData("Order*", true)]
    [InlineData("*Processing", true)]
    [InlineData("*rder*cess*", true)]
    [InlineData("*", true)]
    [InlineData("Order", false)]
    [InlineData("order*", false)]
    [InlineData("Order*Processor", false)]
    [InlineData("*x*", false)]
    [InlineData("", false)]
    [InlineData(Machine, true)]
    [InlineData("arn:aws:states:*:stateMachine:Order*", true)]
    [InlineData("arn:aws:states:eu-west-1:*", false)]
    public void Names_machines_with_stars_for_anything(string pattern, bool wants) =>
        Assert.Equal(wants, Subscription(stateMachines: [pattern]).Wants(Machine, ReportedStatus.Running));

    [Fact]
    public void Counts_the_children_of_a_Map_among_what_a_star_stands_for()
    {
        Assert.True(Subscription(stateMachines: ["OrderProcessing*"]).Wants($"{Machine}/each", ReportedStatus.Running));
        Assert.False(Subscription(stateMachines: ["OrderProcessing"]).Wants($"{Machine}/each", ReportedStatus.Running));
    }

    [Fact]
    public void Wants_the_statuses_it_names_or_all()
    {
        Assert.All(Enum.GetValues<ReportedStatus>(), status => Assert.True(Subscription().Wants(Machine, status)));
        Assert.Equal(
            [ReportedStatus.Failed, ReportedStatus.TimedOut],
            Enum.GetValues<ReportedStatus>().Where(status => Subscription(statuses: [ReportedStatus.TimedOut, ReportedStatus.Failed]).Wants(Machine, status)));
    }

    private static StatusSubscription Subscription(IReadOnlyList<string>? stateMachines = null, IReadOnlyList<ReportedStatus>? statuses = null) =>
        EventWorld.Webhook() with { StateMachines = stateMachines ?? [], Statuses = statuses ?? [] };
}
