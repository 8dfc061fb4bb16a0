using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Ships orders.</summary>
/// <remarks>Each call is idempotent under its token: a second call answers as the first did and does nothing.</remarks>
public interface ICarrier
{
    /// <summary>Asks what the shipment would cost by each service that can take it.</summary>
    /// <returns>The quotes; none when nobody serves the destination.</returns>
    /// <exception cref="CarrierUnavailableException">Not now; the same token may be tried again.</exception>
    ValueTask<IReadOnlyList<ShippingQuote>> QuoteAsync(string token, ShipmentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ships.</summary>
    /// <returns>What stands under the token: shipped, refused, or called off before it was shipped.</returns>
    /// <exception cref="CarrierUnavailableException">Not now; nothing was decided, and the same token may be tried again.</exception>
    ValueTask<Shipment> ShipAsync(string token, ShipmentRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls off a shipment that may or may not have left under the token.</summary>
    /// <returns>What stands under the token: called off, from now on it cannot leave; refused; or shipped, and then it is too late.</returns>
    ValueTask<Shipment> CallOffAsync(string token, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>The label of a shipment that has left (<see cref="Shipment.LabelReference"/>); none if there is no such label.</summary>
    ValueTask<ShippingLabel?> LabelAsync(string labelReference, CancellationToken cancellationToken = default);
}
