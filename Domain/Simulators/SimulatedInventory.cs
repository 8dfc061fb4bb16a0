using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>An inventory with as much of everything as the options say, and with nothing of <see cref="MagicValues.OutOfStock"/>.</summary>
public sealed class SimulatedInventory(IReservationStore reservations, SimulatorOptions options, IPause pause) : IInventory
{
    private readonly Outages outages = new(options.Inventory, pause);

    /// <summary>One with enough of everything.</summary>
    public SimulatedInventory(IReservationStore reservations)
        : this(reservations, new SimulatorOptions(), new NoPause())
    {
    }

    /// <inheritdoc/>
    public async ValueTask<Reservation> ReserveAsync(
        string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        await ReachAsync(token, cancellationToken);
        return AnswerOf(await reservations.DecideAsync(
            token,
            Counted(lines),
            at,
            (kept, held) => kept ?? (Missing(lines, held, MagicValues.OutOfStock) is { } missing
                ? New(token, ReservationStatus.Short, lines, at) with { MissingSku = missing }
                : New(token, ReservationStatus.Held, lines, at) with { ExpiresAt = at + options.ReservationLifetime }),
            cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<Reservation> ConfirmAsync(
        string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        await ReachAsync(token, cancellationToken);
        return AnswerOf(await reservations.DecideAsync(token, Counted(lines), at, Confirmed, cancellationToken));

        StockReservation Confirmed(StockReservation? kept, IReadOnlyDictionary<string, long> held)
        {
            var isSold = lines.Any(line => MagicValues.Are(line.Sku, MagicValues.SoldMeanwhile));
            if (kept is not (null or { Status: ReservationStatus.Held, ExpiresAt: not null }))
            {
                return kept;
            }

            if (kept?.Holds(at) == true && !isSold)
            {
                return kept with { ExpiresAt = null, At = at };
            }

            return Missing(lines, held, MagicValues.SoldMeanwhile) is { } missing
                ? New(token, ReservationStatus.Expired, lines, at) with { MissingSku = missing }
                : New(token, ReservationStatus.Held, lines, at);
        }
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(string token, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        await ReachAsync(token, cancellationToken);
        await reservations.DecideAsync(
            token,
            [],
            at,
            (kept, _) => kept switch
            {
                null => New(token, ReservationStatus.CalledOff, [], at),
                { Status: ReservationStatus.Held } => kept with { Status = ReservationStatus.CalledOff, ExpiresAt = null, At = at },
                _ => kept,
            },
            cancellationToken);
    }

    private static StockReservation New(string token, ReservationStatus status, IReadOnlyList<OrderLine> lines, DateTimeOffset at) =>
        new(token, status, [.. lines.Select(line => new StockLine(line.Sku, line.Quantity))], MissingSku: null, ExpiresAt: null, at);

    private static Reservation AnswerOf(StockReservation kept) => new(kept.Status, kept.MissingSku, kept.ExpiresAt);

    private string[] Counted(IReadOnlyList<OrderLine> lines) =>
        [.. lines.Select(line => line.Sku).Where(options.Stock.ContainsKey).Distinct()];

    private string? Missing(IReadOnlyList<OrderLine> lines, IReadOnlyDictionary<string, long> held, string magicSku) => lines
        .GroupBy(line => line.Sku)
        .FirstOrDefault(ofSku => MagicValues.Are(ofSku.Key, magicSku)
            || (options.Stock.TryGetValue(ofSku.Key, out var there)
                && ofSku.Sum(line => (long)line.Quantity) > there - held.GetValueOrDefault(ofSku.Key)))
        ?.Key;

    private async ValueTask ReachAsync(string token, CancellationToken cancellationToken)
    {
        if (await outages.StrikeAsync(token, triesThatFail: null, TimeSpan.Zero, cancellationToken))
        {
            throw new TransientFailureException("The inventory cannot be reached.");
        }
    }
}
