using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>
/// The amounts that make the simulated payment gateway fail, whatever the payment method. They are counted in minor units, so that
/// every currency has them: 9001.02 EUR is 900102 JPY.
/// </summary>
public static class MagicAmounts
{
    /// <summary>9001.NN: declined, with the NNth code of <see cref="DeclineCode.All"/>.</summary>
    public const long Declined = 9001;

    /// <summary>9002.NN: the gateway cannot be reached for the first NN tries; 9002.99 never can.</summary>
    public const long Unavailable = 9002;

    /// <summary>9003.NN: takes NN seconds, and works.</summary>
    public const long Slow = 9003;

    /// <summary>9004.00: authorised, and then the capture is declined.</summary>
    public const long CaptureDeclined = 9004;

    /// <summary>9005.NN: authorised, and then the gateway cannot be reached for the first NN tries of the capture; 9005.99 never can.</summary>
    public const long CaptureUnavailable = 9005;

    /// <summary>9006.NN: the gateway cannot be reached for the first NN tries of a refund of that amount; 9006.99 never can.</summary>
    public const long RefundUnavailable = 9006;

    private const int Forever = 99;

    internal static DeclineCode? DeclineOf(Money amount) =>
        NumberOf(Declined, amount) is { } number and > 0 && number <= DeclineCode.All.Count ? DeclineCode.All[number - 1] : null;

    internal static bool CaptureIsDeclined(Money amount) => NumberOf(CaptureDeclined, amount) == 0;

    internal static TimeSpan DelayOf(Money amount) => TimeSpan.FromSeconds(NumberOf(Slow, amount) ?? 0);

    internal static int? TriesThatFail(long magic, Money amount) => NumberOf(magic, amount) is { } number
        ? number == Forever ? int.MaxValue : number
        : null;

    private static int? NumberOf(long magic, Money amount) =>
        amount.MinorUnits / 100 == magic ? (int)(amount.MinorUnits % 100) : null;
}
