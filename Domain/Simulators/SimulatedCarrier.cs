using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>A carrier that takes everything. <see cref="MagicValues"/> says which carriers fail.</summary>
public sealed class SimulatedCarrier(IAnswerStore answers) : ICarrier
{
    private readonly Outages outages = new();

    /// <inheritdoc/>
    public async ValueTask<Shipment> ShipAsync(string token, ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await answers.FindAsync(Key(token), cancellationToken) is { } standing)
        {
            return ShipmentOf(standing);
        }

        if (outages.Strikes(request.Carrier, token))
        {
            throw new CarrierUnavailableException("The carrier cannot be reached.");
        }

        return MagicValues.Are(request.Carrier, MagicValues.Refused)
            ? await KeepAsync(token, ShipmentStatus.Refused, "The carrier does not serve this destination.", request.At, cancellationToken)
            : await KeepAsync(token, ShipmentStatus.Shipped, Identifier.From("track", token), request.At, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Shipment> CallOffAsync(string token, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        KeepAsync(token, ShipmentStatus.CalledOff, null, at, cancellationToken);

    private async ValueTask<Shipment> KeepAsync(
        string token, ShipmentStatus status, string? reference, DateTimeOffset at, CancellationToken cancellationToken) =>
        ShipmentOf(await answers.KeepAsync(new Answer(Key(token), status.ToString(), reference, at), cancellationToken));

    private static Shipment ShipmentOf(Answer answer) => new(Enum.Parse<ShipmentStatus>(answer.Outcome), answer.Detail);

    private static string Key(string token) => $"carrier:{token}";
}
