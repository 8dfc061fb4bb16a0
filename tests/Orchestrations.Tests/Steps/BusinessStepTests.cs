using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tests.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Steps;

/// <summary>The steps as a workflow of anyone's own would name them.</summary>
public sealed class BusinessStepTests : IDisposable
{
    private readonly ServiceProvider services =
        new ServiceCollection().AddInMemoryStores().AddBusinessSteps().AddTaskRouting().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public void Go_by_these_names() =>
        Assert.Equal(
            [
                "ProcessPurchase", "ProcessRefund", "RecordFailure", "orderCompensation", "orderConfirmation", "orderPlacement", "paymentProcessing",
                "planRetention", "planSettlement", "purge", "reportSettlement", "settlePage", "shippingProcess",
            ],
            services.GetRequiredService<TaskHandlers>().Names);

    [Theory]
    [InlineData("ProcessPurchase")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:ProcessPurchase")]
    public async Task Take_a_transaction_as_it_is(string resource)
    {
        var purchase = await OutputAsync(resource, """{"transactionId":"t-1","amount":"10.5","currency":"eur"}""");

        Assert.Equal(
            (Json.Of("t-1"), Json.Of("Completed"), "10.50", Json.Of("EUR")),
            (purchase["transactionId"], purchase["status"], purchase["amount"]!.ToString(), purchase["currency"]));
    }

    [Fact]
    public async Task Take_an_amount_with_its_currency_inside()
    {
        var purchase = await OutputAsync("ProcessPurchase", """{"Amount":{"amount":1050,"currency":"JPY"}}""");

        Assert.Equal(("1050", Json.Of("JPY")), (purchase["amount"]!.ToString(), purchase["currency"]));
    }

    [Fact]
    public async Task Do_a_thing_once_however_often_a_visit_is_repeated()
    {
        const string Purchase = """{"OrderId":"o-1","Amount":10,"Currency":"EUR"}""";

        var first = await OutputAsync("ProcessPurchase", Purchase);
        var again = await OutputAsync("ProcessPurchase", Purchase);

        Assert.Equal(first, again);
        Assert.Single(await services.GetRequiredService<ILedger>().OfOrderAsync("o-1"));
    }

    [Fact]
    public async Task Name_what_has_no_id_by_the_reference_of_the_workflow()
    {
        var placed = await OutputAsync("orderPlacement", """{"order":{},"reference":"run 1"}""");
        var undone = await OutputAsync("orderCompensation", """{"order":{},"reference":"run 1","failure":{"Error":"Bad","Cause":"{\"errorMessage\":\"no\"}"}}""");

        Assert.Equal(placed["orderId"], undone["orderId"]);
        Assert.Equal((Json.Of("Cancelled"), Json.Of("Bad"), Json.Of("no")), (undone["status"], undone["error"], undone["cause"]));
    }

    [Theory]
    [InlineData("paymentProcessing", "{}", "orderId: expected the id of an order, found nothing.")]
    [InlineData("paymentProcessing", "7", "input: expected an object, found 7.")]
    [InlineData("orderPlacement", """{"items":{"sku":"a"}}""", "items: expected a list of objects, found {\"sku\":\"a\"}.")]
    [InlineData("orderPlacement", """{"items":["a"]}""", "items[0]: expected an object, found \"a\".")]
    [InlineData("orderPlacement", """{"shippingAddress":{"city":5}}""", "shippingAddress.city: expected a text, found 5.")]
    [InlineData("orderPlacement", """{"items":[{"sku":"a","quantity":0}]}""", "Expected line 1 to have a quantity from 1 to 1000000, found 0.")]
    public async Task Say_which_field_cannot_be_read(string step, string input, string message) =>
        Assert.Equal(
            Calls.Failed("InvalidOrder", JsonObject.Of(("errorMessage", Json.Of(message)), ("errorType", Json.Of("InvalidOrder"))).ToString()),
            await InvokeAsync(step, input));

    [Theory]
    [InlineData("orderPlacement", "InvalidOrder")]
    [InlineData("ProcessPurchase", "InvalidTransaction")]
    [InlineData("ProcessRefund", "InvalidTransaction")]
    public async Task Refuse_a_record_beside_which_a_failure_would_find_no_room(string step, string error)
    {
        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync(step, $$"""{"any":"{{new string('x', 200_000)}}"}""")).Failure;

        Assert.Equal(error, failure.Error);
        Assert.Contains("input: expected at most 196608 bytes, found 200010.", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_that_there_is_no_such_order() =>
        Assert.Equal(
            "OrderNotFound", Assert.IsType<TaskOutcome.Failed>(await InvokeAsync("shippingProcess", """{"orderId":"nobody"}""")).Failure.Error);

    [Fact]
    public async Task Quote_no_more_of_a_wrong_field_than_a_reader_wants()
    {
        var failure = Assert.IsType<TaskOutcome.Failed>(await InvokeAsync("orderPlacement", $$"""{"items":"{{new string('x', 10_000)}}"}""")).Failure;

        Assert.InRange(failure.Cause!.Length, 0, 300);
    }

    private async Task<JsonObject> OutputAsync(string resource, string input) =>
        Assert.IsType<JsonObject>(Assert.IsType<TaskOutcome.Succeeded>(await InvokeAsync(resource, input)).Output);

    private ValueTask<TaskOutcome> InvokeAsync(string resource, string input) =>
        services.GetRequiredService<ITaskRouter>().InvokeAsync(Calls.Of(resource, input), CancellationToken.None);
}
