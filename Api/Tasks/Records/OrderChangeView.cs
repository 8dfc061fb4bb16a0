using System.ComponentModel;
using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>A line of an order's history.</summary>
[DisplayName("OrderChange")]
internal sealed record OrderChangeView
{
    [Description("The status it moved to.")]
    public required OrderStatus Status { get; init; }

    [Description("When.")]
    public required DateTimeOffset At { get; init; }

    [Description("Why, where the status alone does not say it; of a decline the reason, with its code in brackets.")]
    public string? Note { get; init; }

    public static OrderChangeView Of(StatusChange change) => new() { Status = change.Status, At = change.At, Note = change.Note };
}
