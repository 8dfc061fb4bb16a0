using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Reads the input of OrderProcessing's steps.</summary>
/// <remarks>
/// Fields of an order: <c>orderId</c>, <c>customerId</c>, <c>items</c> (each <c>sku</c>, <c>quantity</c>, <c>unitPrice</c>), <c>total</c>,
/// <c>currency</c>, <c>paymentMethod</c>, <c>carrier</c>, <c>shippingService</c> and <c>shippingAddress</c> (<c>recipient</c>, <c>street</c>, <c>city</c>, <c>postalCode</c>,
/// <c>country</c>).
/// </remarks>
internal static class OrderInput
{
    private const string RecordName = "order";

    public static OrderRequest ReadOrder(Json input)
    {
        var step = StepInput.ReadFirst(input, RecordName, Refusal);
        var order = step.Record;
        var currency = order.Text("currency");
        return new OrderRequest
        {
            OrderId = Id(step, order),
            CustomerId = order.Id("customerId"),
            Lines = [.. order.Objects("items").Select(item => ReadLine(item, currency))],
            Total = order.Money("total"),
            PaymentMethod = order.Text("paymentMethod"),
            Carrier = order.Text("carrier"),
            ShippingService = order.Text("shippingService"),
            Destination = ReadAddress(order.Object("shippingAddress")),
        };
    }

    /// <summary>The order a step is about; nothing but its id is read.</summary>
    public static OrderReference ReadReference(Json input)
    {
        var step = Read(input);
        return new OrderReference(RequiredId(step));
    }

    public static CompensationRequest ReadCompensation(Json input)
    {
        var step = Read(input);
        var failure = step.Failure();
        return new CompensationRequest(RequiredId(step), failure.Error, failure.Cause);
    }

    private static StepInput Read(Json input) => StepInput.Read(input, RecordName, Refusal);

    private static InvalidOrderException Refusal(string message) => new(message);

    private static string? Id(StepInput step, InputFields order) => step.IdOr("orderId", "order", order);

    private static string RequiredId(StepInput step) =>
        Id(step, step.Record) is { Length: > 0 } id ? id : step.Record.Refuse<string>("orderId", "the id of an order", found: null)!;

    private static OrderLine ReadLine(InputFields item, string? currency) => new(
        item.Id("sku") ?? item.Refuse<string>("sku", "what the inventory knows the item by", found: null)!,
        item.Integer("quantity") ?? 1,
        item.Money("unitPrice", currency));

    private static Address? ReadAddress(InputFields? address) => address is null ? null : new Address
    {
        Recipient = address.Text("recipient"),
        Street = address.Text("street"),
        City = address.Text("city"),
        PostalCode = address.Id("postalCode"),
        Country = address.Text("country"),
    };
}
