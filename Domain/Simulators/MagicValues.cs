namespace TaskOrchestration.Domain.Simulators;

/// <summary>The values that make the local simulators fail, so that every branch of a workflow can be shown. Case does not matter.</summary>
/// <remarks>
/// <see cref="Unavailable"/> as a payment method or carrier fails every time; followed by a hyphen and a number (<c>UNAVAILABLE-2</c>)
/// it fails that many times for each charge or shipment and then works. Tries are counted since the simulator was made.
/// </remarks>
public static class MagicValues
{
    /// <summary>As a payment method or carrier: cannot be reached.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>As a payment method: declined.</summary>
    public const string Declined = "DECLINED";

    /// <summary>As a payment method: declined for lack of funds.</summary>
    public const string InsufficientFunds = "INSUFFICIENT-FUNDS";

    /// <summary>As a payment method: declined because the card has expired.</summary>
    public const string ExpiredCard = "EXPIRED-CARD";

    /// <summary>As the SKU of a line: nothing in stock. Of everything else there is always enough.</summary>
    public const string OutOfStock = "OUT-OF-STOCK";

    /// <summary>As a carrier: refuses every shipment.</summary>
    public const string Refused = "REFUSED";

    internal static bool Are(string? value, string magic) => string.Equals(value, magic, StringComparison.OrdinalIgnoreCase);
}
