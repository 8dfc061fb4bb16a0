using Microsoft.Extensions.DependencyInjection;
using Moq;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Support.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

public sealed class OrderProcessingTests
{
    private static readonly string[] HappyPath = ["orderPlacement", "paymentProcessing", "shippingProcess", "orderConfirmation"];

    [Fact]
    public async Task Takes_an_order_through_its_four_states()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, Order());

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(HappyPath, run.States);
        Assert.Equal(Json.Of("o-1"), run.Output["orderId"]);
        Assert.Equal(Json.Of("Confirmed"), run.Output["status"]);
        Assert.Equal("99.90", run.Output["total"]!.ToString());
        Assert.Equal(
            [OrderStatus.Placed, OrderStatus.Paid, OrderStatus.Shipped, OrderStatus.Confirmed],
            (await run.OrderAsync("o-1")).History.Select(change => change.Status));
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"orderId":"o-2"}""")]
    [InlineData("""{"orderId":12345}""")]
    public void Takes_the_smallest_orders(string input)
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, input);

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(HappyPath, run.States);
        Assert.Equal(Json.Of("Confirmed"), run.Output["status"]);
    }

    [Fact]
    public async Task Undoes_an_order_whose_payment_is_declined()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, Order(paymentMethod: MagicValues.Declined));

        Assert.Equal(
            new Failure("PaymentDeclined", "The payment of 99.90 EUR for order 'o-1' was declined: the issuer declined (do_not_honor)"), run.Failure);
        Assert.Equal(["orderPlacement", "paymentProcessing", "orderCompensation", "orderUndone", "orderFailed"], run.States);
        Assert.Equal(OrderStatus.Cancelled, (await run.OrderAsync("o-1")).Status);
        Assert.Equal(["Decline 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Retries_a_payment_gateway_that_cannot_be_reached()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, Order(paymentMethod: "UNAVAILABLE-3"));

        Assert.Equal(HappyPath, run.States);
        Assert.Equal(3, run.Simulation.Tasks.Last(task => task.StateName == "paymentProcessing").RetryCount);
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Fails_an_order_that_is_out_of_stock_before_any_money_moves()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, Order(sku: MagicValues.OutOfStock));

        Assert.Equal("OutOfStock", run.Failure!.Error);
        Assert.Equal(["orderPlacement", "orderCompensation", "orderUndone", "orderFailed"], run.States);
        Assert.Equal(OrderStatus.Cancelled, (await run.OrderAsync("o-1")).Status);
        Assert.Empty(await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Waits_for_a_carrier_that_is_down_for_a_while()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, Order(carrier: "UNAVAILABLE-2"));

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(HappyPath, run.States);
        Assert.Equal(
            [OrderStatus.Placed, OrderStatus.Paid, OrderStatus.CarrierUnavailable, OrderStatus.Shipped, OrderStatus.Confirmed],
            (await run.OrderAsync("o-1")).History.Select(change => change.Status));
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Pays_back_and_releases_once_when_the_carrier_is_down_for_good()
    {
        var gateway = new Mock<IPaymentGateway>();
        var inventory = new Mock<IInventory>();
        using var run = new WorkflowRun(services => services
            .AddSingleton(provider => Watching(gateway, new SimulatedPaymentGateway(provider.GetRequiredService<ILedger>())))
            .AddSingleton(provider => Watching(inventory, new SimulatedInventory(provider.GetRequiredService<IReservationStore>()))));

        run.Run(SeedWorkflows.OrderProcessing, Order(carrier: MagicValues.Unavailable));

        Assert.Equal(new Failure("CarrierUnavailable", "Order 'o-1' cannot be shipped now: The carrier cannot be reached."), run.Failure);
        Assert.Equal(
            ["orderPlacement", "paymentProcessing", "shippingProcess", "orderCompensation", "orderUndone", "orderFailed"], run.States);
        Assert.Equal(6, run.Simulation.Tasks.Last(task => task.StateName == "shippingProcess").RetryCount);
        Assert.Equal(OrderStatus.Refunded, (await run.OrderAsync("o-1")).Status);
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR", "Refund 99.90 EUR"], await run.BookedForAsync("o-1"));
        gateway.Verify(it => it.RefundAsync(It.IsAny<string>(), It.IsAny<RefundOrder>(), It.IsAny<CancellationToken>()), Times.Once);
        inventory.Verify(it => it.ReleaseAsync(It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Pays_back_at_once_when_the_carrier_refuses()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, Order(carrier: MagicValues.Refused));

        Assert.Equal("ShippingRefused", run.Failure!.Error);
        Assert.Equal(0, run.Simulation.Tasks.Last(task => task.StateName == "shippingProcess").RetryCount);
        Assert.Equal(OrderStatus.Refunded, (await run.OrderAsync("o-1")).Status);
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR", "Refund 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Tries_the_compensation_again_until_the_gateway_pays_back()
    {
        var refusals = new Queue<Exception>([new TransientFailureException("down"), new TimeoutException()]);
        using var run = new WorkflowRun(services => services.AddSingleton(provider =>
        {
            var gateway = new Mock<IPaymentGateway>();
            var real = new SimulatedPaymentGateway(provider.GetRequiredService<ILedger>());
            Watching(gateway, real);
            gateway.Setup(it => it.RefundAsync(It.IsAny<string>(), It.IsAny<RefundOrder>(), It.IsAny<CancellationToken>()))
                .Returns((string token, RefundOrder refund, CancellationToken cancellation) =>
                    refusals.TryDequeue(out var refusal) ? throw refusal : real.RefundAsync(token, refund, cancellation));
            return gateway.Object;
        }));

        run.Run(SeedWorkflows.OrderProcessing, Order(carrier: MagicValues.Refused));

        Assert.Equal("ShippingRefused", run.Failure!.Error);
        Assert.Equal(2, run.Simulation.Tasks.Last(task => task.StateName == "orderCompensation").RetryCount);
        Assert.Equal(OrderStatus.Refunded, (await run.OrderAsync("o-1")).Status);
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR", "Refund 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Goes_on_with_an_order_that_had_left_when_only_the_answer_of_its_shipment_got_lost()
    {
        WorkflowRun? run = null;
        run = new WorkflowRun(interfere: request => request.StateName == "shippingProcess" ? ShipAndLoseTheAnswer(run!, request) : null);
        using var _ = run;

        run.Run(SeedWorkflows.OrderProcessing, Order());

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(
            ["orderPlacement", "paymentProcessing", "shippingProcess", "orderCompensation", "orderUndone", "orderConfirmation"], run.States);
        Assert.Equal(OrderStatus.Confirmed, (await run.OrderAsync("o-1")).Status);
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Theory]
    [InlineData("orderPlacement")]
    [InlineData("paymentProcessing")]
    [InlineData("shippingProcess")]
    public async Task Leaves_nothing_half_done_when_a_step_never_answers(string silent)
    {
        using var run = new WorkflowRun(interfere: request => request.StateName == silent ? Answer.Never : null);

        run.Run(SeedWorkflows.OrderProcessing, Order());

        Assert.Equal(new Failure("States.Timeout", "States.Timeout came without a cause."), run.Failure);
        var order = await run.OrderAsync("o-1");
        Assert.Equal(OrderStatus.Cancelled, order.Status);
        Assert.Equal(silent == "shippingProcess" ? ["Authorization 99.90 EUR", "Void "] : [], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Calls_off_an_order_without_an_id_whose_placement_never_answers()
    {
        using var run = new WorkflowRun(interfere: request => request.StateName == "orderPlacement" ? Answer.Never : null);

        run.Run(SeedWorkflows.OrderProcessing, "{}");

        Assert.Equal("States.Timeout", run.Failure!.Error);
        var payload = (JsonObject)((JsonObject)run.Simulation.Tasks.Last().Input)["Payload"]!;
        var order = await run.OrderAsync(Identifier.From("order", ((JsonString)payload["reference"]!).Value));
        Assert.Equal(OrderStatus.Cancelled, order.Status);
    }

    [Theory]
    [InlineData("\"abc\"", "order: expected an object, found \"abc\".")]
    [InlineData("[]", "order: expected an object, found [].")]
    [InlineData("""{"orderId":{}}""", "order.orderId: expected a text or a whole number, found {}.")]
    [InlineData("""{"items":[{"sku":"a"},{"sku":"b","quantity":"two"}]}""", "order.items[1].quantity: expected a whole number, found \"two\".")]
    [InlineData("""{"items":[{}]}""", "order.items[0].sku: expected what the inventory knows the item by, found nothing.")]
    [InlineData("""{"total":10}""", "order.currency: expected a currency code beside total, found nothing.")]
    [InlineData("""{"total":"ten","currency":"EUR"}""", "order.total: expected an amount such as 10.50, found \"ten\".")]
    [InlineData("""{"total":10,"currency":"ABC"}""", "order.total: Expected an ISO 4217 currency code such as EUR, found 'ABC'.")]
    [InlineData("""{"total":-1,"currency":"EUR"}""", "order.total: Expected an amount of EUR that is not negative, found -1.")]
    public void Rejects_an_order_it_cannot_read(string input, string cause)
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.OrderProcessing, input);

        Assert.Equal("InvalidOrder", run.Failure!.Error);
        Assert.Equal(Json.Of(cause), ((JsonObject)Json.Parse(run.Failure.Cause!))["errorMessage"]);
        Assert.Equal(["orderPlacement", "orderRejected"], run.States);
    }

    [Fact]
    public async Task Leaves_the_order_alone_whose_id_another_order_claims()
    {
        using var run = new WorkflowRun();
        run.Run(SeedWorkflows.OrderProcessing, Order());

        run.Run(SeedWorkflows.OrderProcessing, Order(sku: "another"));

        Assert.Equal("DuplicateOrder", run.Failure!.Error);
        Assert.Equal(["orderPlacement", "orderRejected"], run.States);
        Assert.Equal(OrderStatus.Confirmed, (await run.OrderAsync("o-1")).Status);
    }

    [Fact]
    public async Task Charges_once_when_the_same_order_comes_again()
    {
        using var run = new WorkflowRun();
        run.Run(SeedWorkflows.OrderProcessing, Order());

        run.Run(SeedWorkflows.OrderProcessing, Order());

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(["Authorization 99.90 EUR", "Charge 99.90 EUR"], await run.BookedForAsync("o-1"));
    }

    private static string Order(string sku = "lamp", string paymentMethod = "card", string carrier = "Blitz") =>
        $$"""
        {
          "orderId": "o-1", "customerId": "c-1", "currency": "EUR", "total": 99.90,
          "items": [{"sku": "{{sku}}", "quantity": 2, "unitPrice": 49.95}],
          "paymentMethod": "{{paymentMethod}}", "carrier": "{{carrier}}"
        }
        """;

    private static Answer ShipAndLoseTheAnswer(WorkflowRun run, TaskRequest request)
    {
        var shipment = new ShippingProcess(run.Service<IOrderStore>(), run.Service<ICarrier>(), run.Service<IPaymentGateway>());
        shipment.ProcessAsync(new OrderReference("o-1"), new(request.IdempotencyToken, Simulation.Beginning)).AsTask().GetAwaiter().GetResult();
        return Answer.Never;
    }

    private static IPaymentGateway Watching(Mock<IPaymentGateway> mock, SimulatedPaymentGateway real)
    {
        mock.Setup(it => it.AuthorizeAsync(It.IsAny<string>(), It.IsAny<ChargeRequest>(), It.IsAny<CancellationToken>()))
            .Returns((string token, ChargeRequest charge, CancellationToken cancellation) => real.AuthorizeAsync(token, charge, cancellation));
        mock.Setup(it => it.CaptureAsync(It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns((string token, DateTimeOffset at, CancellationToken cancellation) => real.CaptureAsync(token, at, cancellation));
        mock.Setup(it => it.VoidAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns((string token, string id, DateTimeOffset at, CancellationToken cancellation) => real.VoidAsync(token, id, at, cancellation));
        mock.Setup(it => it.RefundAsync(It.IsAny<string>(), It.IsAny<RefundOrder>(), It.IsAny<CancellationToken>()))
            .Returns((string token, RefundOrder refund, CancellationToken cancellation) => real.RefundAsync(token, refund, cancellation));
        return mock.Object;
    }

    private static IInventory Watching(Mock<IInventory> mock, SimulatedInventory real)
    {
        mock.Setup(it => it.ReserveAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<OrderLine>>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns((string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellation) =>
                real.ReserveAsync(token, lines, at, cancellation));
        mock.Setup(it => it.ConfirmAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<OrderLine>>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns((string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellation) =>
                real.ConfirmAsync(token, lines, at, cancellation));
        mock.Setup(it => it.ReleaseAsync(It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns((string token, DateTimeOffset at, CancellationToken cancellation) => real.ReleaseAsync(token, at, cancellation));
        return mock.Object;
    }
}
