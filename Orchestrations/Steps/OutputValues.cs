using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>The domain's values as JSON.</summary>
internal static class OutputValues
{
    /// <summary>An amount with all the decimals of its currency: <c>10.00</c>.</summary>
    public static Json? Amount(Money? money) => money is null ? null : JsonNumber.Spelled(money.Amount.ToString());

    /// <summary>A time in UTC, to the millisecond.</summary>
    public static Json Time(DateTimeOffset time) => Json.Of(Text(time));

    /// <inheritdoc cref="Time"/>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
