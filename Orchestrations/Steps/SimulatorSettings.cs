using Microsoft.Extensions.Configuration;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Simulators;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Reads the section <c>Simulator</c>; docs/simulator.md has the settings.</summary>
public static class SimulatorSettings
{
    /// <summary>The options of a section; what it does not set is as usual.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static SimulatorOptions Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        section.Checked("Payments", "Carriers", "Inventory", "Declines", "Stock", "AuthorizationLifetimeHours", "ReservationLifetimeMinutes");
        var usual = new SimulatorOptions();
        return new SimulatorOptions
        {
            Payments = ReadCondition(section.GetSection("Payments")),
            Carriers = ReadCondition(section.GetSection("Carriers")),
            Inventory = ReadCondition(section.GetSection("Inventory")),
            Declines = section.GetSection("Declines").GetChildren().ToDictionary(method => method.Key, ReadCode, StringComparer.OrdinalIgnoreCase),
            Stock = section.GetSection("Stock").GetChildren().ToDictionary(sku => sku.Key, sku => ReadLevel(section.GetSection("Stock"), sku.Key)),
            AuthorizationLifetime = TimeSpan.FromHours((double)section.Number("AuthorizationLifetimeHours", (decimal)usual.AuthorizationLifetime.TotalHours, 0, 87_600)),
            ReservationLifetime = TimeSpan.FromMinutes((double)section.Number("ReservationLifetimeMinutes", (decimal)usual.ReservationLifetime.TotalMinutes, 0, 525_600)),
        };
    }

    private static ServiceCondition ReadCondition(IConfigurationSection section)
    {
        section.Checked("Down", "DelaySeconds");
        return new ServiceCondition(section.Flag("Down"), TimeSpan.FromSeconds((double)section.Number("DelaySeconds", 0, 0, 300)));
    }

    private static DeclineCode ReadCode(IConfigurationSection method) => DeclineCode.Find(method.Value ?? "")
        ?? throw SettingReader.Wrong(method.Path, $"one of {string.Join(", ", DeclineCode.All)}", method.Value);

    private static long ReadLevel(IConfigurationSection stock, string sku) => (long)stock.Number(sku, 0, 0, 1_000_000_000_000);
}
