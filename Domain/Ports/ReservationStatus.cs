namespace TaskOrchestration.Domain.Ports;

/// <summary>How a reservation was decided.</summary>
public enum ReservationStatus
{
    /// <summary>Everything is reserved.</summary>
    Held,

    /// <summary>Something is missing, so nothing is reserved.</summary>
    Short,

    /// <summary>The reservation was called off before it was made, or given back.</summary>
    CalledOff,

    /// <summary>The reservation was held for too long, and when it was wanted others had the stock.</summary>
    Expired,
}
