using System.Globalization;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>The values that make the local simulators fail, so that every branch of a workflow can be shown. Case does not matter.</summary>
/// <remarks>
/// <see cref="Unavailable"/> as a payment method or carrier fails every time; followed by a hyphen and a number (<c>UNAVAILABLE-2</c>)
/// it fails that many times for each payment or shipment and then works. Tries are counted since the simulator was made. The name of
/// any <see cref="DeclineCode"/>, with hyphens for underscores (<c>LOST-CARD</c>), is a payment method that is declined for it.
/// </remarks>
public static class MagicValues
{
    /// <summary>As a payment method or carrier: cannot be reached. A carrier still quotes: it is the shipment it cannot take.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>As a payment method or carrier, followed by a hyphen and a number: takes that many seconds, at most 300, and works.</summary>
    public const string Slow = "SLOW";

    /// <summary>As a payment method: declined.</summary>
    public const string Declined = "DECLINED";

    /// <summary>As a payment method: declined for lack of funds.</summary>
    public const string InsufficientFunds = "INSUFFICIENT-FUNDS";

    /// <summary>As a payment method: declined because the card has expired.</summary>
    public const string ExpiredCard = "EXPIRED-CARD";

    /// <summary>As the SKU of a line: nothing in stock.</summary>
    public const string OutOfStock = "OUT-OF-STOCK";

    /// <summary>As the SKU of a line: reserved, but sold to others before the order is paid for.</summary>
    public const string SoldMeanwhile = "SOLD-MEANWHILE";

    /// <summary>As a carrier: quotes, but refuses every shipment.</summary>
    public const string Refused = "REFUSED";

    /// <summary>As a carrier: has no service for the destination, so nothing is charged.</summary>
    public const string NoService = "NO-SERVICE";

    internal static bool Are(string? value, string magic) => string.Equals(value, magic, StringComparison.OrdinalIgnoreCase);

    internal static DeclineCode? DeclineOf(string? paymentMethod) => paymentMethod is null
        ? null
        : Are(paymentMethod, Declined) ? DeclineCode.DoNotHonor : DeclineCode.Find(paymentMethod.Replace('-', '_').ToLowerInvariant());

    internal static TimeSpan DelayOf(string? value) => TimeSpan.FromSeconds(Math.Min(NumberAfter(Slow, value) ?? 0, 300));

    internal static int? TriesThatFail(string? value) =>
        Are(value, Unavailable) ? int.MaxValue : NumberAfter(Unavailable, value);

    private static int? NumberAfter(string word, string? value) =>
        value is not null
        && value.Length > word.Length + 1
        && value.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && value[word.Length] == '-'
        && int.TryParse(value.AsSpan(word.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
