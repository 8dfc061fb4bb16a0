using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.Logs;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Telemetry;

/// <summary>The page about observability says what the code does.</summary>
public class ObservabilityPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "observability.md"));

    [Fact]
    public void It_lists_every_metric_with_its_unit_and_description() => Assert.Equal(
        Instruments.All.Select(instrument => $"{instrument.Name} {instrument.Unit} {instrument.Description}").Order(),
        Rows("metric").Select(row => $"{row[0]} {row[1]} {row[3]}").Order());

    [Fact]
    public void It_lists_every_attribute_of_spans() => Assert.Equal(
        typeof(SpanAttributes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(attribute => (string)attribute.GetRawConstantValue()!).Order(),
        Rows("attribute").Select(row => row[0]).Order());

    [Theory]
    [InlineData(ExecutionLogLevel.Error)]
    [InlineData(ExecutionLogLevel.Fatal)]
    public void It_lists_the_events_of_each_log_level(ExecutionLogLevel level) => Assert.Equal(
        Enum.GetValues<HistoryEventType>().Where(type => EventLevels.IsLogged(type, level)).Select(type => type.ToString()),
        Rows("level").Single(row => row[0].Equals(level.ToString(), StringComparison.OrdinalIgnoreCase))[1].Split(", "));

    [Fact]
    public void It_lists_every_alert_rule() => Assert.Equal(
        AlertRules.All.Select(rule => $"{rule.Name} {rule.Severity} {rule.Threshold} {XmlConvert.ToString(rule.PendingFor)} {XmlConvert.ToString(rule.ResolveAfter)}"),
        Rows("rule").Select(row => $"{row[0]} {row[1]} {Regex.Match(row[2], @"more than (?<number>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value} {row[3]} {row[4]}"));

    /// <summary>The cells of the table whose first column has that heading, code marks left out.</summary>
    private static List<string[]> Rows(string heading)
    {
        var lines = Page.Split('\n').SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        return [.. lines.Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray())];
    }
}
