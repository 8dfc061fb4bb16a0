using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Domain.Tests.Orders;

public sealed class OrderRulesTests
{
    private static readonly Money Ten = Money.Of(10, "EUR");

    [Fact]
    public void Total_is_the_sum_of_priced_lines() =>
        Assert.Equal(Money.Of(30, "EUR"), OrderRules.TotalOf(new() { Lines = [new("a", 2, Ten), new("b", 1, Ten)] }));

    [Fact]
    public void Total_stands_alone_when_lines_have_no_prices() =>
        Assert.Equal(Ten, OrderRules.TotalOf(new() { Lines = [new("a", 2)], Total = Ten }));

    [Fact]
    public void Nothing_is_to_pay_without_total_and_prices() => Assert.Null(OrderRules.TotalOf(new() { Lines = [new("a", 2)] }));

    public static TheoryData<string, OrderRequest> Refused => new()
    {
        { "Expected a total of 20.00 EUR, the sum of the lines; found 10.00 EUR.", new() { Lines = [new("a", 2, Ten)], Total = Ten } },
        {
            "Expected a price on every line or a total, found 1 of 2 lines with a price and no total.",
            new() { Lines = [new("a", 2, Ten), new("b", 1)] }
        },
        { "Expected line 1 to have a quantity from 1 to 1000000, found 0.", new() { Lines = [new("a", 0)] } },
        { "Expected line 2 to have a SKU of 1 to 128 printable characters, found ' '.", new() { Lines = [new("a", 1), new(" ", 1)] } },
        { "Expected an order id of 1 to 128 printable characters, found one of 0 characters.", new() { OrderId = "" } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_what_cannot_be_placed(string message, OrderRequest request) =>
        Assert.Equal(message, Assert.Throws<InvalidOrderException>(() => OrderRules.TotalOf(request)).Message);

    [Fact]
    public void Refuses_lines_in_two_currencies() =>
        Assert.Throws<InvalidAmountException>(
            () => OrderRules.TotalOf(new() { Lines = [new("a", 1, Ten), new("b", 1, Money.Of(1, "USD"))] }));
}
