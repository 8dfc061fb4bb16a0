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
internal sealed record OrderDraft : ISubmission
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("Who orders."), Example("customer-7")]
    public required string CustomerId { get; init; }

    [Length(1, 500), Description("What is ordered.")]
    public required IReadOnlyList<OrderItem> Items { get; init; }

    [Description("What is to be paid. Without it, the sum of the items; it must agree with the items when they are priced.")]
    public Amount? Total { get; init; }

    [StringLength(3, MinimumLength = 3), RegularExpression("^[A-Za-z]{3}$"), Description("The currency's ISO 4217 code."), Example("EUR")]
    public string? Currency { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The order's id; one is made up without it.")]
    public string? OrderId { get; init; }

    [StringLength(128, MinimumLength = 1), Printable, Description("How it is paid: what the payment gateway knows a card or account by."), Example("card-visa")]
    public string? PaymentMethod { get; init; }

    [StringLength(128, MinimumLength = 1), Printable, Description("Who ships it.")]
    public string? Carrier { get; init; }

    [Description("Where it goes.")]
    public ShippingAddress? ShippingAddress { get; init; }

    [StringLength(TaskRules.MaximumTitleLength, MinimumLength = 1), Printable, Description("What people are to call the task; without it, a title that follows from the content.")]
    public string? Title { get; init; }

    [StringLength(TaskRules.MaximumOwnerLength, MinimumLength = 1), Printable, Description("Whose task it is to be: the name of a caller; the submitter's without it.")]
    public string? Owner { get; init; }

    [DefaultValue("normal"), Description("How urgent it is to the people who look after it.")]
    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    [Description("When it should be done.")]
    public DateTimeOffset? Due { get; init; }

    [JsonIgnore]
    public TaskKind Kind => TaskKind.Order;

    public JsonObject ToInput() => new JsonObjectBuilder()
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
