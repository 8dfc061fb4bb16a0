using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Orders;

/// <summary>The record of an order.</summary>
/// <remarks>Its status is the last line of its history, so the two cannot disagree.</remarks>
public sealed record Order
{
    /// <summary>The id given, or one derived from the token of the step that placed it.</summary>
    public required string OrderId { get; init; }

    /// <summary>Who ordered.</summary>
    public string? CustomerId { get; init; }

    /// <summary>What was ordered.</summary>
    public ValueList<OrderLine> Lines { get; init; } = [];

    /// <summary>What is to be paid; none when nothing is.</summary>
    public Money? Total { get; init; }

    /// <summary>How it is paid.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Who ships it.</summary>
    public string? Carrier { get; init; }

    /// <summary>Which of the carrier's services was asked for; none for the cheapest.</summary>
    public string? ShippingService { get; init; }

    /// <summary>Where it goes.</summary>
    public Address? Destination { get; init; }

    /// <summary>Until when its stock is held for its payment; none once it is held for good.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Every status it has had, oldest first; never empty.</summary>
    public required ValueList<StatusChange> History { get; init; }

    /// <summary>Once its payment is authorised, the transaction id of the payment on the ledger.</summary>
    public string? ChargeId { get; init; }

    /// <summary>Once shipped, what the carrier knows the shipment by.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Once shipped, what its label is known by.</summary>
    public string? LabelReference { get; init; }

    /// <summary>Once shipped, the service it was shipped by.</summary>
    public ShippingQuote? Shipping { get; init; }

    /// <summary>How often it has been saved; 0 before the first time. Set by the store.</summary>
    public long Version { get; init; }

    /// <summary>How it stands.</summary>
    public OrderStatus Status => LastChange.Status;

    /// <summary>The last line of the history.</summary>
    public StatusChange LastChange => History[^1];

    /// <summary>When it was first recorded.</summary>
    public DateTimeOffset PlacedAt => History[0].At;

    /// <summary>When it last changed its status.</summary>
    public DateTimeOffset UpdatedAt => LastChange.At;

    /// <summary>How often it has had a status.</summary>
    public int Times(OrderStatus status) => History.Count(change => change.Status == status);

    /// <summary>This order, moved to another status.</summary>
    /// <exception cref="IllegalTransitionException">The present status does not lead there.</exception>
    public Order MovedTo(OrderStatus status, StepContext context, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!OrderTransitions.Leads(Status, status))
        {
            throw new IllegalTransitionException(
                $"Order '{OrderId}' is {Status} and cannot become {status}; it can become {OrderTransitions.NamesAfter(Status)}.");
        }

        return this with { History = [.. History, new StatusChange(status, context.Now, context.IdempotencyToken, note)] };
    }
}
