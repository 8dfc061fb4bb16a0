using System.Text.Json;
using System.Text.RegularExpressions;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Tests.Infra.Bicep;
using TaskOrchestration.Functions.Tests.Infra.Rules;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Infra;

public partial class TemplateTests
{
    private static readonly Templates Ours = Templates.In(Repository.PathOf("infra"));

    [Fact]
    public void Every_resource_is_of_a_known_type_and_version() => Holds(new ResourceTypes(Known.ResourceTypes));

    [Fact]
    public void Nothing_is_a_secret_or_asks_for_one() => Holds(new Secrets());

    [Fact]
    public void Every_role_is_known_by_name_and_given_on_one_resource_for_a_reason() => Holds(new Roles(Known.Roles));

    [Fact]
    public void Every_symbol_is_declared() => Holds(new Symbols());

    [Fact]
    public void Everything_declared_is_used() => Holds(new Usage("main.bicep", Readers()));

    [Fact]
    public void Modules_are_given_what_they_ask_for() => Holds(new ModuleParameters());

    [Fact]
    public void No_output_shows_a_secret() => Holds(new OutputSecrets());

    [Fact]
    public void Accounts_app_and_vault_are_hardened() => Holds(new Hardening());

    [Fact]
    public void Names_are_never_too_long() => Holds(new NameLengths());

    [Fact]
    public void Parameter_files_are_complete() => Holds(new ParameterFiles());

    [Fact]
    public void The_app_is_given_what_it_reads_and_nothing_else() => Holds(new AppSettings(Known.SettingsOnAzure, Known.Optional));

    [Fact]
    public void There_are_parameters_for_dev_prod_and_azd() =>
        Assert.Equal(["dev.bicepparam", "main.bicepparam", "prod.bicepparam"], Ours.ParameterFiles.Select(file => file.Path).Order());

    [Fact]
    public void Settings_are_named_in_one_place()
    {
        // Those of the platform, which nobody sets, and a standard one that may be.
        string[] platform = ["WEBSITE_SITE_NAME", "REGION_NAME"];
        var sources = Repository.Files().Where(file => file.StartsWith("Functions/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal));
        var read = sources.SelectMany(file => Indexing().Matches(File.ReadAllText(Repository.PathOf(file))).Select(match => match.Groups["name"].Value));

        Assert.Empty(read.Except(Known.Settings).Except(platform));
    }

    [Fact]
    public void Tables_and_containers_are_those_of_the_code()
    {
        var storage = Ours.Find("modules/data-storage.bicep")!;
        var tables = typeof(TableNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(tables.Order(StringComparer.Ordinal), Texts(storage, "tableNames"));
        Assert.Equal(ContainersInCode().Order(StringComparer.Ordinal), Texts(storage, "containerNames"));
    }

    [Fact]
    public void The_dashboard_shows_metrics_that_there_are()
    {
        var dashboard = File.ReadAllText(Repository.PathOf("infra", "dashboards", "executions.workbook.json"));
        using var json = JsonDocument.Parse(dashboard);
        var documented = File.ReadAllText(Repository.PathOf("docs", "observability.md"));
        var shown = MetricNames().Matches(dashboard).SelectMany(match => Quoted().Matches(match.Value)).Select(match => match.Groups["text"].Value).ToHashSet();

        Assert.Contains("ExecutionsFailed", shown);
        Assert.DoesNotContain(shown, name => !documented.Contains($"| `{name}` |", StringComparison.Ordinal));
    }

    [Fact]
    public void Azd_finds_the_app_the_templates_and_the_script_that_it_runs()
    {
        var azure = File.ReadAllText(Repository.PathOf("azure.yaml"));
        var app = Ours.Find("modules/app.bicep")!;

        Assert.Contains("  path: infra\n  module: main\n", azure, StringComparison.Ordinal);
        Assert.Contains("  api:\n    project: ./Functions\n    language: dotnet\n    host: function\n", azure, StringComparison.Ordinal);
        Assert.Contains(app.Expressions.OfType<Expression.Record>(), record => (record["azd-service-name"] as Expression.Text)?.Value == "api");
        Assert.Contains("run: infra/master-key \"$VAULT_NAME\"", azure, StringComparison.Ordinal);
        // Windows has no such thing as an executable bit.
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.PathOf("infra", "master-key")).HasFlag(UnixFileMode.UserExecute));
    }

    private static void Holds(ITemplateRule rule) => Assert.Empty(rule.Check(Ours).Select(finding => finding.ToString()));

    private static string Readers() => string.Concat(new[] { "azure.yaml", "docs/azure.md" }.Select(file => File.ReadAllText(Repository.PathOf(file))));

    private static IEnumerable<string?> Texts(BicepFile file, string variable) => ((Expression.List)file.Find(variable)!.Value!).Items.Select(item => ((Expression.Text)item).Value);

    /// <summary>The containers that clients are made for.</summary>
    private static IEnumerable<string> ContainersInCode() => typeof(TableNames).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static))
        .Where(field => field is { IsLiteral: true, Name: "ContainerName" or "Container" })
        .Select(field => (string)field.GetRawConstantValue()!)
        .Distinct();

    [GeneratedRegex("""\b(configuration|settings)\["(?<name>[^"]+)"\]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indexing();

    [GeneratedRegex(@"where Name (in \([^)]*\)|== '[^']*')", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetricNames();

    [GeneratedRegex("'(?<text>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
