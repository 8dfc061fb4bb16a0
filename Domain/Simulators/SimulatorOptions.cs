using System.Collections.Frozen;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>How the simulated outside world behaves, beside what <see cref="MagicValues"/> and <see cref="MagicAmounts"/> do.</summary>
public sealed record SimulatorOptions
{
    /// <summary>How the payment gateway can be reached.</summary>
    public ServiceCondition Payments { get; init; } = new();

    /// <summary>How the carriers can be reached.</summary>
    public ServiceCondition Carriers { get; init; } = new();

    /// <summary>How the inventory can be reached.</summary>
    public ServiceCondition Inventory { get; init; } = new();

    /// <summary>Payment methods that are declined, and why. Case does not matter.</summary>
    public IReadOnlyDictionary<string, DeclineCode> Declines { get; init; } = FrozenDictionary<string, DeclineCode>.Empty;

    /// <summary>How long an authorised payment may be captured.</summary>
    public TimeSpan AuthorizationLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long stock is held for an order that is not paid for.</summary>
    public TimeSpan ReservationLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How much there is of a SKU, all that was ever sold included. Of a SKU that is not named there is always enough.</summary>
    public IReadOnlyDictionary<string, long> Stock { get; init; } = FrozenDictionary<string, long>.Empty;
}
