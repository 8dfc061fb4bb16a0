using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>An inventory with enough of everything but <see cref="MagicValues.OutOfStock"/>.</summary>
public sealed class SimulatedInventory(IAnswerStore answers) : IInventory
{
    /// <inheritdoc/>
    public async ValueTask<Reservation> ReserveAsync(
        string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var missing = lines.FirstOrDefault(line => MagicValues.Are(line.Sku, MagicValues.OutOfStock))?.Sku;
        var status = missing is null ? ReservationStatus.Held : ReservationStatus.Short;
        var kept = await answers.KeepAsync(new Answer(Key(token), status.ToString(), missing, at), cancellationToken);
        return new Reservation(Enum.Parse<ReservationStatus>(kept.Outcome), kept.Detail);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(string token, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var calledOff = new Answer(Key(token), nameof(ReservationStatus.CalledOff), null, at);
        var kept = await answers.KeepAsync(calledOff, cancellationToken);
        if (kept.Outcome == nameof(ReservationStatus.Held))
        {
            await answers.KeepAsync(new Answer($"{Key(token)}/release", "Released", null, at), cancellationToken);
        }
    }

    private static string Key(string token) => $"inventory:{token}";
}
