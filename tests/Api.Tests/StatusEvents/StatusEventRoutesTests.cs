using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StatusEvents;

public sealed class StatusEventRoutesTests : RestTest
{
    [Fact]
    public async Task A_subscription_shows_what_waits_and_none_of_its_secrets()
    {
        await DeadEvents.BuryAsync(Server, 1);

        var answer = await Client.GetAsync("/api/v1/event-subscriptions");

        var billing = Assert.IsType<JsonObject>(Assert.Single((JsonArray)answer.Object["items"]!));
        Assert.Equal("""["billing","http://billing.example",0,1]""", Members(billing, "name", "url", "pending", "dead"));
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_through_what_was_given_up_the_latest_first()
    {
        await DeadEvents.BuryAsync(Server, 5);
        var found = new List<string>();
        for (var next = $"{DeadEvents.At}?limit=2"; next is not null;)
        {
            var page = await Client.GetAsync(next);
            found.AddRange(((JsonArray)page.Object["items"]!).Select(item => ((JsonString)((JsonObject)item)["executionArn"]!).Value[^6..]));
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        Assert.Equal(["dead-4", "dead-3", "dead-2", "dead-1", "dead-0"], found);
    }

    [Fact]
    public async Task What_is_to_be_redelivered_waits_again()
    {
        await DeadEvents.BuryAsync(Server, 1);
        var dead = (JsonObject)((JsonArray)(await Client.GetAsync(DeadEvents.At)).Object["items"]!)[0];
        Assert.Equal("""["FAILED",1,"status 410"]""", Members(dead, "status", "attempts", "reason"));

        var answer = await Client.PostAsync($"{DeadEvents.At}/{((JsonString)dead["id"]!).Value}/redeliver", "");

        Assert.Equal(204, answer.Status);
        Assert.Equal((1, 0), await Server.Service<IStatusOutbox>().CountAsync("billing") is var counts ? (counts.Pending, counts.Dead) : default);
    }

    [Fact]
    public async Task Nothing_is_redelivered_to_a_subscription_that_is_not_there()
    {
        var answer = await Client.PostAsync("/api/v1/event-subscriptions/gone/dead-events/1-1/redeliver", "");

        Assert.Equal((404, "not-found"), (answer.Status, answer.Code));
    }

    private static string Members(JsonObject from, params string[] names) => JsonArray.Of(names.Select(name => from[name]!)).ToString();
}
