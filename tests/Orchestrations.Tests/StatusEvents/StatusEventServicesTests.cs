using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class StatusEventServicesTests
{
    [Fact]
    public void Reads_subscriptions_and_how_they_are_delivered()
    {
        var services = Services("""
            { "StatusEvents": { "GiveUpAfter": "02:00:00", "Concurrency": 4, "Subscriptions": {
                "billing": { "Url": "https://billing.example/events", "Secret": "s3cret", "StateMachines": ["Order*"], "Statuses": ["FAILED", "TIMED_OUT"] },
                "copies": { "Queue": "executions.fifo", "Pattern": "{\"detail\":{\"name\":[{\"prefix\":\"order-\"}]}}" } } } }
            """);

        Assert.Equal(new StatusEventOptions { GiveUpAfter = TimeSpan.FromHours(2), Concurrency = 4 }, services.GetRequiredService<StatusEventOptions>());
        var all = services.GetRequiredService<StatusSubscriptions>().All;
        Assert.Equal(["billing", "copies"], all.Select(one => one.Name));
        Assert.Equal(new StatusTarget.Webhook(new Uri("https://billing.example/events"), "s3cret"), all[0].Target);
        Assert.Equal(["Order*"], all[0].StateMachines);
        Assert.Equal([ReportedStatus.Failed, ReportedStatus.TimedOut], all[0].Statuses);
        Assert.Equal(new StatusTarget.QueueNamed("executions.fifo"), all[1].Target);
        Assert.Equal("""{"detail":{"name":[{"prefix":"order-"}]}}""", all[1].Pattern!.ToString());
    }

    [Fact]
    public void Wants_nothing_where_nothing_is_set()
    {
        Assert.True(Services("{}").GetRequiredService<StatusSubscriptions>().IsEmpty);
    }

    [Fact]
    public void Takes_the_rules_of_the_default_bus_that_status_changes_may_meet()
    {
        var services = Services("""
            { "EventRules": {
                "failures": { "Queue": "failures", "Pattern": "{\"source\":[\"aws.states\"],\"detail\":{\"status\":[\"FAILED\",\"ABORTED\"]}}" },
                "everything": { "Queue": "everything" },
                "orders": { "Queue": "orders", "Pattern": "{\"source\":[\"shop.orders\"]}" },
                "elsewhere": { "Queue": "elsewhere", "EventBus": "shop" } } }
            """);

        var all = services.GetRequiredService<StatusSubscriptions>().All;

        Assert.Equal([("rules/everything", "everything", 0), ("rules/failures", "failures", 2)], all.Select(one => (one.Name, ((StatusTarget.QueueNamed)one.Target).Name, one.Statuses.Count)));
    }

    [Theory]
    [InlineData("""{ "a b": { "Url": "http://x/" } }""", "StatusEvents:Subscriptions:a b: expected a name of at most 64 letters, digits, dots, hyphens and underscores, found a b.")]
    [InlineData("""{ "x": { "Secret": "s" } }""", "StatusEvents:Subscriptions:x: expected either Url or Queue, found neither.")]
    [InlineData("""{ "x": { "Url": "http://x/", "Queue": "q" } }""", "StatusEvents:Subscriptions:x: expected either Url or Queue, found both.")]
    [InlineData("""{ "x": { "Url": "ftp://x/" } }""", "StatusEvents:Subscriptions:x:Url: expected an http or https URL, found 'ftp://x/'.")]
    [InlineData("""{ "x": { "Url": "http://x/", "Statuses": ["DONE"] } }""", "StatusEvents:Subscriptions:x:Statuses:0: expected one of PENDING_REDRIVE, RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, found 'DONE'.")]
    [InlineData("""{ "x": { "Url": "http://x/", "Pattern": "{\"source\":1}" } }""", "StatusEvents:Subscriptions:x:Pattern: expected an event pattern, as JSON in a text, found '{\"source\":1}'.")]
    public void Refuses_settings_that_make_no_sense(string subscriptions, string expected)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Services($$"""{ "StatusEvents": { "Subscriptions": {{subscriptions}} } }"""));

        Assert.Equal(expected, wrong.Message);
    }

    [Theory]
    [InlineData("\"GiveUpAfter\": \"00:00:00\"", "StatusEvents:GiveUpAfter: expected a time like 1.00:00:00, more than none, found '00:00:00'.")]
    [InlineData("\"Concurrency\": 0", "StatusEvents:Concurrency: expected a number from 1 to 256, found '0'.")]
    public void Refuses_ways_of_delivery_that_make_no_sense(string setting, string expected) =>
        Assert.Equal(expected, Assert.Throws<InvalidOperationException>(() => Services($$"""{ "StatusEvents": { {{setting}} } }""")).Message);

    [Fact]
    public void Has_no_queues_where_the_host_keeps_none()
    {
        var rules = Services("""{ "EventRules": { "everything": { "Queue": "everything" } } }""", hasQueues: false);
        var wrong = Assert.Throws<InvalidOperationException>(() => Services("""{ "StatusEvents": { "Subscriptions": { "copies": { "Queue": "q" } } } }""", hasQueues: false));

        Assert.True(rules.GetRequiredService<StatusSubscriptions>().IsEmpty);
        Assert.Equal("StatusEvents:Subscriptions:copies:Queue: expected a Url, found a queue, and this host keeps none.", wrong.Message);
    }

    private static ServiceProvider Services(string settings, bool hasQueues = true)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(settings));
        var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        return new ServiceCollection().AddServiceIntegrations(configuration).AddStatusEvents(configuration.GetSection("StatusEvents"), hasQueues).BuildServiceProvider();
    }
}
