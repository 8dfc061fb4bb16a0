using System.Text;
using System.Text.RegularExpressions;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.Tests.Telemetry;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

public class AlertRulesTests
{
    public static TheoryData<string> Names => [.. AlertRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_can_be_evaluated_here_and_by_Azure_Monitor(string name)
    {
        var rule = AlertRules.All.Single(rule => rule.Name == name);

        Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Name);
        Assert.InRange(rule.Severity, 0, 4);
        Assert.True(Enum.IsDefined(rule.Signal));
        Assert.StartsWith("AppMetrics | where Name ", rule.Query, StringComparison.Ordinal);
        Assert.Contains("Value = ", rule.Query, StringComparison.Ordinal);
        Assert.Contains(rule.EvaluateEvery.TotalMinutes, (double[])[1, 5, 10, 15, 30, 45, 60]);
        Assert.Contains(rule.Window.TotalMinutes, (double[])[1, 5, 10, 15, 30, 45, 60]);
        Assert.True(rule.Window >= rule.EvaluateEvery && rule.ResolveAfter > TimeSpan.Zero);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_metric_that_a_query_names_is_measured(string name)
    {
        var named = Regex.Matches(AlertRules.All.Single(rule => rule.Name == name).Query, "'(?<name>[^']+)'", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(Instruments.All.Select(instrument => instrument.Name)));
    }

    [Fact]
    public void The_template_makes_an_alert_rule_of_each()
    {
        var template = File.ReadAllText(Repository.PathOf("infra", "alerts", "alerts.bicep"));
        var read = Regex.Matches(template, @"\brule\.(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value).Distinct();
        var file = StatesLanguage.Values.Json.Parse(File.ReadAllText(Repository.PathOf("infra", "alerts", "alert-rules.json")));
        var rule = (StatesLanguage.Values.JsonObject)((StatesLanguage.Values.JsonArray)((StatesLanguage.Values.JsonObject)file)["rules"]!)[0];

        Assert.Contains("loadJsonContent('alert-rules.json')", template, StringComparison.Ordinal);
        Assert.Empty(read.Except(rule.Names.ToArray()));
    }

    [Theory]
    [InlineData("[]", "Expected an object with an array \"rules\".")]
    [InlineData("""{"rules":[1]}""", "rules[0]: expected an object, found Number.")]
    [InlineData("""{"rules":[{}]}""", "rules[0].name: expected a text.")]
    public void Says_what_is_wrong_with_a_file(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => AlertRules.Parse(Encoding.UTF8.GetBytes(text))).Message);
}
