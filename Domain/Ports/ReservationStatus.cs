namespace TaskOrchestration.Domain.Ports;

/// <summary>How a reservation was decided.</summary>
public enum ReservationStatus
{
    /// <summary>Everything is reserved.</summary>
    Held,

    /// <summary>Something is missing, so nothing is reserved.</summary>
    Short,

    /// <summary>The reservation was called off before it was made.</summary>
    CalledOff,
}
