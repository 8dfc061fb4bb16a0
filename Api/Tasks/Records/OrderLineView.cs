using System.ComponentModel;
using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>So many of one thing.</summary>
[DisplayName("OrderLine")]
internal sealed record OrderLineView
{
    [Description("What the inventory knows the thing by.")]
    public required string Sku { get; init; }

    [Description("How many.")]
    public required int Quantity { get; init; }

    [Description("What one costs.")]
    public decimal? UnitPrice { get; init; }

    [Description("The currency of the price.")]
    public string? Currency { get; init; }

    public static OrderLineView Of(OrderLine line) => new() { Sku = line.Sku, Quantity = line.Quantity, UnitPrice = line.UnitPrice?.Amount, Currency = line.UnitPrice?.Currency.Code };
}
