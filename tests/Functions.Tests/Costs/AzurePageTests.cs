using System.Text.RegularExpressions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Tests.Infra;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Costs;

/// <summary>docs/azure.md says what is so. <c>TASKORCH_WRITE_PAGES=1</c> writes its tables of costs anew.</summary>
public partial class AzurePageTests
{
    private static readonly string Page = Repository.PathOf("docs", "azure.md");

    [Fact]
    public void Has_the_tables_that_follow_from_what_was_counted()
    {
        var sheet = CostSheet.Read();
        var expected = With("sizing", With("per-execution", File.ReadAllText(Page), CostTables.PerExecution(sheet)), CostTables.Sizing(sheet));
        if (Environment.GetEnvironmentVariable("TASKORCH_WRITE_PAGES") == "1")
        {
            File.WriteAllText(Page, expected);
        }

        Assert.Equal(expected, File.ReadAllText(Page));
    }

    [Fact]
    public void Lists_every_setting()
    {
        var listed = Row().Matches(Section("Settings")).Select(match => match.Groups["name"].Value).ToHashSet();
        var read = Known.SettingsOnAzure.Concat(Known.NotForAzure.Select(name => name.Replace(":", "__", StringComparison.Ordinal))).Concat(Known.Optional);

        Assert.Equal(read.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_every_role_that_the_templates_give()
    {
        var given = Directory.EnumerateFiles(Repository.PathOf("infra", "modules"), "*.bicep").SelectMany(File.ReadLines)
            .SelectMany(line => Known.Roles.Where(role => line.Contains(role.Key, StringComparison.Ordinal)).Select(role => role.Value))
            .ToHashSet();
        var section = Section("Who the app is, and what it may do");

        Assert.DoesNotContain(given, role => !section.Contains(role, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_of_local_settings_has_what_the_code_reads()
    {
        var sample = File.ReadAllText(Repository.PathOf("local.settings.sample.json"));

        Assert.DoesNotContain(
            typeof(SettingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            name => !Known.OnlyOnAzure.Contains(name) && !sample.Contains($"\"{name.Replace(":", "__", StringComparison.Ordinal)}\"", StringComparison.Ordinal));
    }

    private static string Section(string title)
    {
        var page = File.ReadAllText(Page);
        var start = page.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"the page has no section {title}");
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private static string With(string name, string page, string table)
    {
        var (begin, end) = ($"<!-- {name}: from azure-costs.json -->\n", $"<!-- end of {name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"the page has no place for the table {name}");
        return string.Concat(page.AsSpan(0, from), table, page.AsSpan(to));
    }

    [GeneratedRegex("^\\| `(?<name>\\w+)` \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
