namespace TaskOrchestration.Domain.Ports;

/// <summary>How a shipment was decided.</summary>
public enum ShipmentStatus
{
    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>The carrier will not take it.</summary>
    Refused,

    /// <summary>Called off before it left.</summary>
    CalledOff,
}
