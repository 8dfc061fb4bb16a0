using Microsoft.Extensions.Configuration;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class ConfiguredSchedulesTests
{
    [Fact]
    public void Without_settings_there_are_those_that_come_with_the_program() =>
        Assert.Equal(ConfiguredSchedules.Defaults, ConfiguredSchedules.Read(Section()));

    [Fact]
    public void Settings_change_what_is_there_and_add_to_it()
    {
        var read = ConfiguredSchedules.Read(Section(
            ("nightly-settlement:timeZone", "Europe/Berlin"),
            ("own:cron", "0 0 * * * ?"), ("own:stateMachine", "M"), ("own:input", """{"a":1}"""), ("own:misfire", "skip"), ("own:missedLimit", "3"), ("own:overlap", "ALLOW"),
            ("own:queueLimit", "4"), ("own:enabled", "False"), ("own:start", "2026-01-01T00:00:00Z"), ("own:end", "2026-02-01T01:00:00+01:00"), ("own:description", "d")));

        Assert.Equal(
            [
                ConfiguredSchedules.Defaults[0] with { TimeZone = "Europe/Berlin" },
                ConfiguredSchedules.Defaults[1],
                new Schedule
                {
                    Name = "own",
                    Cron = "0 0 * * * ?",
                    StateMachine = "M",
                    Input = Json.Parse("""{"a":1}"""),
                    Misfire = MisfirePolicy.Skip,
                    MissedLimit = 3,
                    Overlap = OverlapPolicy.Allow,
                    QueueLimit = 4,
                    IsEnabled = false,
                    Start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                    End = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
                    Description = "d",
                },
            ],
            read);
    }

    [Theory]
    [InlineData("cron", "0 0 * * *", "Schedules:own:cron: ")]
    [InlineData("timeZone", "Mars", "Schedules:own:timeZone: ")]
    [InlineData("stateMachine", "", "Schedules:own:stateMachine: ")]
    [InlineData("input", "{", "Schedules:own:input: ")]
    [InlineData("input", "\"<schedule.what>\"", "Schedules:own:input: ")]
    [InlineData("input:days", "1", "Schedules:own:input: ")]
    [InlineData("misfire", "1", "Schedules:own:misfire: ")]
    [InlineData("missedLimit", "many", "Schedules:own:missedLimit: ")]
    [InlineData("missedLimit", "0", "Schedules:own:missedLimit: ")]
    [InlineData("overlap", "sometimes", "Schedules:own:overlap: ")]
    [InlineData("queueLimit", "1001", "Schedules:own:queueLimit: ")]
    [InlineData("enabled", "yes", "Schedules:own:enabled: ")]
    [InlineData("start", "soon", "Schedules:own:start: ")]
    [InlineData("end", "2020-01-01", "Schedules:own:end: ")]
    [InlineData("colour", "red", "Schedules:own:colour: ")]
    public void Names_the_setting_that_is_wrong(string setting, string value, string place)
    {
        var settings = new Dictionary<string, string>
        {
            ["own:cron"] = "0 0 * * * ?", ["own:stateMachine"] = "M", ["own:start"] = "2026-01-01", [$"own:{setting}"] = value,
        };

        var wrong = Assert.Throws<InvalidDataException>(() => ConfiguredSchedules.Read(Section([.. settings.Select(entry => (entry.Key, entry.Value))])));

        Assert.StartsWith($"The settings are wrong: {place}", wrong.Message, StringComparison.Ordinal);
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Schedules:{setting.Key}", (string?)setting.Value)))
            .Build()
            .GetSection("Schedules");
}
