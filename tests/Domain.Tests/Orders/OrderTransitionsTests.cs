using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Tests.Orders;

public sealed class OrderTransitionsTests
{
    public static TheoryData<OrderStatus> Statuses => [.. Enum.GetValues<OrderStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Knows_every_status(OrderStatus status) => Assert.NotNull(OrderTransitions.After(status));

    [Fact]
    public void Ends_are_confirmed_refunded_and_cancelled() =>
        Assert.Equal(
            [OrderStatus.Confirmed, OrderStatus.Refunded, OrderStatus.Cancelled],
            Enum.GetValues<OrderStatus>().Where(status => OrderTransitions.After(status).Count == 0));

    [Theory]
    [InlineData(OrderStatus.Shipped)]
    [InlineData(OrderStatus.Confirmed)]
    public void What_has_left_is_never_undone(OrderStatus status) =>
        Assert.DoesNotContain(OrderStatus.Cancelling, OrderTransitions.After(status));

    [Fact]
    public void Refuses_a_move_and_says_what_is_possible()
    {
        var order = new Order { OrderId = "o", History = [new StatusChange(OrderStatus.Placed, default, "t")] };

        var refused = Assert.Throws<IllegalTransitionException>(
            () => order.MovedTo(OrderStatus.Shipped, new StepContext("t", default)));

        Assert.Equal(
            ("IllegalTransition", "Order 'o' is Placed and cannot become Shipped; it can become Paid, Declined, Cancelling."),
            (refused.Name, refused.Message));
    }
}
