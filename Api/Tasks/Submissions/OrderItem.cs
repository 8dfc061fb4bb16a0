using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>So many of one thing.</summary>
internal sealed record OrderItem
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("What the inventory knows the thing by."), Example("sku-1")]
    public required string Sku { get; init; }

    [Range(1, OrderRules.MaximumQuantity), DefaultValue(1), Description("How many.")]
    public int Quantity { get; init; } = 1;

    [Description("What one costs, in the order's currency."), Example("10.50")]
    public Amount? UnitPrice { get; init; }

    public JsonObject ToInput() => new JsonObjectBuilder()
        .Set("sku", Json.Of(Sku))
        .Set("quantity", Json.Of(Quantity))
        .SetIfPresent("unitPrice", UnitPrice?.Spelling)
        .Build();
}
