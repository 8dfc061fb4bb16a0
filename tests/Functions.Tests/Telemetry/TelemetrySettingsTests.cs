using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Telemetry;

namespace TaskOrchestration.Functions.Tests.Telemetry;

public class TelemetrySettingsTests
{
    private const string Resource = "InstrumentationKey=key;IngestionEndpoint=https://example.com/";

    [Theory]
    [InlineData(null, null, 1.0)]
    [InlineData("always_on", null, 1.0)]
    [InlineData("always_off", null, 0.0)]
    [InlineData("traceidratio", "0.25", 0.25)]
    [InlineData("parentbased_traceidratio", "1", 1.0)]
    [InlineData("microsoft.fixed_percentage", "0.05", 0.05)]
    public void Reads_the_share_of_traces(string? sampler, string? argument, double expected) =>
        Assert.Equal(expected, TraceRatio.Read(Settings((SettingNames.TraceSampler, sampler), (SettingNames.TraceSamplerArgument, argument))).Value);

    [Theory]
    [InlineData("microsoft.rate_limited", "5", "The settings are wrong: OTEL_TRACES_SAMPLER: expected always_on, always_off, traceidratio or microsoft.fixed_percentage, found 'microsoft.rate_limited'.")]
    [InlineData("traceidratio", "5", "The settings are wrong: OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, found '5'.")]
    [InlineData("traceidratio", null, "The settings are wrong: OTEL_TRACES_SAMPLER_ARG: expected a number from 0 to 1, found ''.")]
    public void Says_which_sampler_makes_no_sense(string sampler, string? argument, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => TraceRatio.Read(Settings((SettingNames.TraceSampler, sampler), (SettingNames.TraceSamplerArgument, argument)))).Message);

    [Fact]
    public void Without_a_resource_there_is_no_export()
    {
        Assert.Null(MonitorConnection.Read(Settings()));
        Assert.Null(MonitorConnection.Read(Settings((SettingNames.ApplicationInsights, ""))));
    }

    [Fact]
    public void Sends_as_the_managed_identity_where_the_settings_say_so()
    {
        var known = MonitorConnection.Read(Settings((SettingNames.ApplicationInsights, Resource)))!;
        var sent = MonitorConnection.Read(Settings(
            (SettingNames.ApplicationInsights, Resource),
            (SettingNames.ApplicationInsightsAuthentication, "ClientId=5f1f46b2-0000-0000-0000-000000000000;Authorization=AAD")))!;

        Assert.Null(known.Credential);
        Assert.IsType<ManagedIdentityCredential>(sent.Credential);
    }

    [Theory]
    [InlineData("Authorization=Key")]
    [InlineData("ClientId=5f1f46b2")]
    public void Says_which_way_of_authentication_makes_no_sense(string text)
    {
        var refused = Assert.Throws<InvalidDataException>(() => MonitorConnection.Read(Settings(
            (SettingNames.ApplicationInsights, Resource), (SettingNames.ApplicationInsightsAuthentication, text))));

        Assert.Equal($"The settings are wrong: APPLICATIONINSIGHTS_AUTHENTICATION_STRING: expected 'Authorization=AAD', with 'ClientId=...' or without, found '{text}'.", refused.Message);
    }

    [Fact]
    public void Does_not_show_a_connection_string_that_makes_no_sense() =>
        Assert.DoesNotContain("secret", Assert.Throws<InvalidDataException>(() => MonitorConnection.Read(Settings((SettingNames.ApplicationInsights, "secret")))).Message, StringComparison.Ordinal);

    [Fact]
    public void Has_the_exporter_neither_drop_messages_nor_multiply_what_is_kept()
    {
        var exporter = new AzureMonitorExporterOptions { SamplingRatio = 0.05F };

        new MonitorConnection(Resource, Credential: null).Configure(exporter);

        Assert.Equal((Resource, 1F, false), (exporter.ConnectionString, exporter.SamplingRatio, exporter.EnableTraceBasedLogsSampler));
    }

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
}
