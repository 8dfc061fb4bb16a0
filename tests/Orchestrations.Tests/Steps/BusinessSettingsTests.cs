using Microsoft.Extensions.Configuration;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Orchestrations.Steps;

namespace TaskOrchestration.Orchestrations.Tests.Steps;

public sealed class BusinessSettingsTests
{
    [Fact]
    public void Are_as_usual_where_nothing_is_set()
    {
        var usual = new SimulatorOptions();
        var simulator = SimulatorSettings.Read(Section("Simulator"));

        Assert.Equal((usual.Payments, usual.AuthorizationLifetime, usual.ReservationLifetime), (simulator.Payments, simulator.AuthorizationLifetime, simulator.ReservationLifetime));
        Assert.Equal((0, 0), (simulator.Stock.Count, simulator.Declines.Count));
        Assert.Equal(new SettlementOptions(), BatchSettings.ReadSettlements(Section("Settlements")));
        Assert.Equal(new RetentionOptions(), BatchSettings.ReadRetention(Section("Retention")));
    }

    [Fact]
    public void Are_read()
    {
        var simulator = SimulatorSettings.Read(Section(
            "Simulator",
            ("Payments:Down", "true"),
            ("Carriers:DelaySeconds", "1.5"),
            ("Declines:card-1", "lost_card"),
            ("Stock:LAMP", "12"),
            ("ReservationLifetimeMinutes", "5")));

        Assert.Equal((new ServiceCondition(IsDown: true), new ServiceCondition(Delay: TimeSpan.FromSeconds(1.5))), (simulator.Payments, simulator.Carriers));
        Assert.Equal((DeclineCode.LostCard, 12L), (simulator.Declines["CARD-1"], simulator.Stock["LAMP"]));
        Assert.Equal(TimeSpan.FromMinutes(5), simulator.ReservationLifetime);
        Assert.Equal(
            new SettlementOptions { TimeZone = "Europe/Berlin", PageSize = 7, ToleratedFailurePercentage = 2.5m },
            BatchSettings.ReadSettlements(Section("Settlements", ("TimeZone", "Europe/Berlin"), ("PageSize", "7"), ("ToleratedFailurePercentage", "2.5"))));
        Assert.Equal(
            new RetentionOptions { Tasks = null, Logs = TimeSpan.FromDays(3) }, BatchSettings.ReadRetention(Section("Retention", ("TaskDays", "never"), ("LogDays", "3"))));
    }

    [Theory]
    [InlineData("Payments:Up", "yes", "Simulator:Payments:Up: expected one of the settings Down, DelaySeconds, found an unknown one.")]
    [InlineData("Payments:Down", "yes", "Simulator:Payments:Down: expected true or false, found 'yes'.")]
    [InlineData("Stock:LAMP", "-1", "Simulator:Stock:LAMP: expected a number from 0 to 1000000000000, found '-1'.")]
    public void Are_refused_when_they_are_wrong(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => SimulatorSettings.Read(Section("Simulator", (name, value)))).Message);

    private static IConfigurationSection Section(string section, params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{section}:{setting.Name}", (string?)setting.Value)))
        .Build()
        .GetSection(section);
}
