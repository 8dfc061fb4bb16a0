namespace TaskOrchestration.Domain.Orders;

/// <summary>How an order stands. <see cref="OrderTransitions"/> says what leads where.</summary>
public enum OrderStatus
{
    /// <summary>Taken down, its stock reserved.</summary>
    Placed,

    /// <summary>Could not be placed: some line cannot be delivered.</summary>
    OutOfStock,

    /// <summary>Charged, or nothing to charge.</summary>
    Paid,

    /// <summary>The payment was refused.</summary>
    Declined,

    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>The carrier could not be reached so far.</summary>
    CarrierUnavailable,

    /// <summary>The carrier will not take it.</summary>
    ShippingRefused,

    /// <summary>The customer has been told. The good end.</summary>
    Confirmed,

    /// <summary>Being undone: nothing of it may go forward any more.</summary>
    Cancelling,

    /// <summary>The charge was paid back. An end.</summary>
    Refunded,

    /// <summary>Called off, with nothing charged. An end.</summary>
    Cancelled,
}
