using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>What a host may settle about tasks.</summary>
public sealed record TaskOptions
{
    /// <summary>The approval limit where no other is given: 1000.00 of any currency.</summary>
    public const decimal UsualApprovalLimit = 1000.00m;

    /// <summary>An order of a currency that has no limit of its own waits for a human when its total is above this.</summary>
    public decimal DefaultApprovalLimit { get; init; } = UsualApprovalLimit;

    /// <summary>The limits of currencies, by their codes.</summary>
    public IReadOnlyDictionary<string, decimal> ApprovalLimits { get; init; } = new Dictionary<string, decimal>();

    /// <summary>How often all open tasks are compared with their executions.</summary>
    public TimeSpan ReconciliationInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Reads <c>"Tasks": { "ApprovalLimits": { "Default": "1000.00", "JPY": "150000" }, "ReconciliationSeconds": "60" }</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static TaskOptions Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var limits = section.GetSection("ApprovalLimits").GetChildren().ToDictionary(limit => limit.Key, Amount, StringComparer.OrdinalIgnoreCase);
        var seconds = section.GetSection("ReconciliationSeconds");
        return new TaskOptions
        {
            DefaultApprovalLimit = limits.Remove("Default", out var usual) ? usual : UsualApprovalLimit,
            ApprovalLimits = limits,
            ReconciliationInterval = seconds.Value is null ? TimeSpan.FromMinutes(1) : Seconds(seconds),
        };
    }

    /// <summary>The limit of a currency.</summary>
    public decimal ApprovalLimit(string currency) => ApprovalLimits.TryGetValue(currency, out var limit) ? limit : DefaultApprovalLimit;

    private static decimal Amount(IConfigurationSection setting) =>
        decimal.TryParse(setting.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw Wrong(setting, "an amount that is not negative");

    private static TimeSpan Seconds(IConfigurationSection setting) =>
        int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong(setting, "a whole number of seconds, from 1 to 86400");

    private static InvalidOperationException Wrong(IConfigurationSection setting, string expected) =>
        new($"{setting.Path}: expected {expected}, found '{setting.Value}'.");
}
