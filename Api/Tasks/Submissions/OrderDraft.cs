using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>An order to place.</summary>
[DisplayName("NewOrder"), Description("An order to place.")]
internal sealed record OrderDraft : SubmissionDraft
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("Who orders."), Example("customer-7")]
    public required string CustomerId { get; init; }

    [Length(1, 500), Description("What is ordered.")]
    public required IReadOnlyList<OrderItem> Items { get; init; }

    [Description("What is to be paid. Without it, the sum of the items; it must agree with the items when they are priced.")]
    public Amount? Total { get; init; }

    [StringLength(3, MinimumLength = 3), Spelled("^[A-Za-z]{3}$", "three letters"), Description("The currency's ISO 4217 code."), Example("EUR")]
    public string? Currency { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The order's id; one is made up without it.")]
    public string? OrderId { get; init; }

    [StringLength(128, MinimumLength = 1), Printable, Description("How it is paid: what the payment gateway knows a card or account by."), Example("card-visa")]
    public string? PaymentMethod { get; init; }

    [StringLength(128, MinimumLength = 1), Printable, Description("Who ships it.")]
    public string? Carrier { get; init; }

    [Description("Where it goes.")]
    public ShippingAddress? ShippingAddress { get; init; }

    [JsonIgnore]
    public override TaskKind Kind => TaskKind.Order;

    public override JsonObject ToInput() => new JsonObjectBuilder()
        .SetIfPresent("orderId", OrderId)
        .Set("customerId", Json.Of(CustomerId))
        .Set("items", JsonArray.Of(Items.Select(item => item.ToInput())))
        .SetIfPresent("total", Total?.Spelling)
        .SetIfPresent("currency", Currency)
        .SetIfPresent("paymentMethod", PaymentMethod)
        .SetIfPresent("carrier", Carrier)
        .SetIfPresent("shippingAddress", ShippingAddress?.ToInput())
        .Build();
}
