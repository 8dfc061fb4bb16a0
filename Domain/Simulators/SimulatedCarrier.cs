using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>Carriers that take everything. <see cref="MagicValues"/> and the options say which of them fail.</summary>
public sealed class SimulatedCarrier(IAnswerStore answers, SimulatorOptions options, IPause pause) : ICarrier
{
    private const string LabelPrefix = "label:";

    private readonly Outages outages = new(options.Carriers, pause);

    /// <summary>One that behaves as usual.</summary>
    public SimulatedCarrier(IAnswerStore answers)
        : this(answers, new SimulatorOptions(), new NoPause())
    {
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ShippingQuote>> QuoteAsync(
        string token, ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await ReachAsync($"{token}/quote", triesThatFail: null, TimeSpan.Zero, cancellationToken);
        return MagicValues.Are(request.Carrier, MagicValues.NoService) ? [] : SimulatedTariff.Quotes(request);
    }

    /// <inheritdoc/>
    public async ValueTask<Shipment> ShipAsync(string token, ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await answers.FindAsync(Key(token), cancellationToken) is { } standing)
        {
            return ShipmentOf(token, standing);
        }

        await ReachAsync(token, MagicValues.TriesThatFail(request.Carrier), MagicValues.DelayOf(request.Carrier), cancellationToken);
        var tracking = Identifier.From("track", token);
        return MagicValues.Are(request.Carrier, MagicValues.Refused)
            ? await KeepAsync(token, ShipmentStatus.Refused, "The carrier does not serve this destination.", request.At, cancellationToken)
            : await KeepAsync(token, ShipmentStatus.Shipped, SimulatedWaybill.Write(tracking, request), request.At, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Shipment> CallOffAsync(string token, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        KeepAsync(token, ShipmentStatus.CalledOff, null, at, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ShippingLabel?> LabelAsync(string labelReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labelReference);
        return labelReference.StartsWith(LabelPrefix, StringComparison.Ordinal)
            && await answers.FindAsync(Key(labelReference[LabelPrefix.Length..]), cancellationToken) is { Detail: { } detail } answer
            && answer.Outcome == nameof(ShipmentStatus.Shipped)
                ? new ShippingLabel(labelReference, SimulatedWaybill.TrackingNumberOf(detail), SimulatedWaybill.LabelOf(detail))
                : null;
    }

    private async ValueTask ReachAsync(string token, int? triesThatFail, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (await outages.StrikeAsync(token, triesThatFail, delay, cancellationToken))
        {
            throw new CarrierUnavailableException("The carrier cannot be reached.");
        }
    }

    private async ValueTask<Shipment> KeepAsync(
        string token, ShipmentStatus status, string? detail, DateTimeOffset at, CancellationToken cancellationToken) =>
        ShipmentOf(token, await answers.KeepAsync(new Answer(Key(token), status.ToString(), detail, at), cancellationToken));

    private static Shipment ShipmentOf(string token, Answer answer) => Enum.Parse<ShipmentStatus>(answer.Outcome) switch
    {
        ShipmentStatus.Shipped => new Shipment(
            ShipmentStatus.Shipped,
            SimulatedWaybill.TrackingNumberOf(answer.Detail!),
            $"{LabelPrefix}{token}",
            SimulatedWaybill.QuoteOf(answer.Detail!)),
        var status => new Shipment(status, answer.Detail),
    };

    private static string Key(string token) => $"carrier:{token}";
}
