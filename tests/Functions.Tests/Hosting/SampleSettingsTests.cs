using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Hosting;

/// <summary>The files that the host reads agree with the code.</summary>
public sealed partial class SampleSettingsTests
{
    // Read by the host alone.
    private static readonly string[] OfTheHost = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsDisableHomepage", "TASKHUB_NAME", "DTS_CONNECTION_STRING"];

    [Fact]
    public void The_sample_has_every_setting_and_no_other()
    {
        var read = typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((string)field.GetRawConstantValue()!).Replace(":", "__", StringComparison.Ordinal));

        Assert.Equal(read.Concat(OfTheHost).Order(StringComparer.Ordinal), Sample().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("infra/host.dts.json")]
    public void The_host_finds_every_setting_that_its_file_names(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));

        var missing = Reference().Matches(text).Select(match => match.Groups["name"].Value).Except(Sample());

        Assert.Empty(missing);
    }

    [Fact]
    public void The_host_finds_every_setting_that_a_trigger_names()
    {
        var schedules = Functions().SelectMany(method => method.GetParameters()).Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule).OfType<string>().ToList();

        Assert.Equal(3, schedules.Count);
        Assert.All(schedules, schedule => Assert.Contains(Reference().Match(schedule).Groups[1].Value, Sample()));
    }

    [Fact]
    public void Functions_have_names_of_their_own() =>
        Assert.DoesNotContain(Functions().GroupBy(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.OrdinalIgnoreCase), group => group.Count() > 1);

    [Theory]
    [InlineData("host.json", "AzureStorage")]
    [InlineData("infra/host.dts.json", "azureManaged")]
    public void Routes_have_no_prefix_and_the_backend_is_named(string file, string backend)
    {
        var host = JsonNode.Parse(File.ReadAllText(Repository.PathOf(file)))!;
        var extensions = host["extensions"]!;

        Assert.Equal(
            ("2.0", "", backend), ((string?)host["version"], (string?)extensions["http"]!["routePrefix"], (string?)extensions["durableTask"]!["storageProvider"]!["type"]));
    }

    [Fact]
    public void The_host_s_file_is_beside_the_app()
    {
        Assert.Equal(File.ReadAllText(Repository.PathOf("host.json")), File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(SettingNames).Assembly.Location)!, "host.json")));
    }

    private static IEnumerable<MethodInfo> Functions() => typeof(SettingNames).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FunctionAttribute)));

    private static IEnumerable<string> Sample() => JsonNode.Parse(File.ReadAllText(Repository.PathOf("local.settings.sample.json")))!["Values"]!.AsObject().Select(member => member.Key);

    [GeneratedRegex("%(?<name>[A-Za-z_]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reference();
}
