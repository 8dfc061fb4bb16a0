using System.Net;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Tests.Access;

public class ThrottlingTests
{
    private static readonly Dictionary<string, string?> ThreeAKey = new()
    {
        ["Throttling:PerKey:Burst"] = "3",
        ["Throttling:PerKey:PerSecond"] = "0.5",
        ["Throttling:FailedLogins:Burst"] = "2",
        ["Throttling:FailedLogins:PerSecond"] = "0.1",
    };

    [Fact]
    public async Task A_key_has_so_many_requests_and_is_told_how_many_are_left()
    {
        await using var server = await GuardedServer.StartAsync(settings: ThreeAKey);
        var (ada, bob) = (await server.KeyOfAsync("ada", Roles.None), await server.KeyOfAsync("bob", Roles.None));

        Assert.Equal((HttpStatusCode.OK, "\"key\";q=3;w=6", "\"key\";r=2;t=2", ""), await AskAsync(server, ada));
        Assert.Equal((HttpStatusCode.OK, "\"key\";q=3;w=6", "\"key\";r=1;t=4", ""), await AskAsync(server, ada));
        Assert.Equal((HttpStatusCode.OK, "\"key\";q=3;w=6", "\"key\";r=0;t=6", ""), await AskAsync(server, ada));
        Assert.Equal((HttpStatusCode.TooManyRequests, "\"key\";q=3;w=6", "\"key\";r=0;t=6", "2"), await AskAsync(server, ada));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, bob)).Status);
        server.Time.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, ada)).Status);
        Assert.Equal(["ada GET /api/v1/echo/{**rest} /api/v1/echo 429 too-many-requests"], await server.AuditedAsync());
    }

    [Fact]
    public async Task An_AWS_client_is_told_in_AWSs_words()
    {
        await using var server = await GuardedServer.StartAsync(settings: ThreeAKey);
        var key = await server.KeyOfAsync("ada", Roles.Viewer);
        for (var i = 0; i < 3; i++)
        {
            (await server.CallAsync("ListStateMachines", "{}", key)).Dispose();
        }

        using var answer = await server.CallAsync("ListStateMachines", "{}", key);

        Assert.Equal((HttpStatusCode.BadRequest, "2"), (answer.StatusCode, answer.Headers.RetryAfter!.ToString()));
        Assert.Contains("\"ThrottlingException\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_credentials_are_throttled_and_right_ones_from_the_same_address_are_not()
    {
        await using var server = await GuardedServer.StartAsync(settings: ThreeAKey);
        var key = await server.KeyOfAsync("ada", Roles.None);
        var wrong = key[..21] + new string('A', 40);

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, wrong)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, wrong)).Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, "10"), ((await AskAsync(server, wrong)) is var refused ? refused.Status : default, refused.RetryAfter));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, key)).Status);
    }

    [Fact]
    public async Task An_anonymous_server_counts_only_if_it_is_told_to()
    {
        await using var free = await GuardedServer.StartAsync(AccessMode.Anonymous, ThreeAKey);
        await using var counting = await GuardedServer.StartAsync(AccessMode.Anonymous, new(ThreeAKey) { ["Throttling:Enabled"] = "true" });

        for (var i = 0; i < 3; i++)
        {
            await AskAsync(free, key: null);
            await AskAsync(counting, key: null);
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(free, key: null)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(counting, key: null)).Status);
    }

    [Fact]
    public void No_more_buckets_are_remembered_than_there_is_room_for()
    {
        var time = new FixedTime();
        var buckets = new Buckets(new BucketOptions(2, 1), 100, time);
        for (var i = 0; i < 10_000; i++)
        {
            buckets.Take($"address {i}");
        }

        Assert.Equal(100, buckets.Count);
        Assert.True(buckets.Take("address 0").IsTaken);
        Assert.False(buckets.Take("a new one").IsTaken);
        time.Now += TimeSpan.FromSeconds(10);
        Assert.True(buckets.Take("a new one").IsTaken);
        Assert.Equal(1, buckets.Count);
    }

    [Theory]
    [InlineData("Throttling:PerKey:Burst", "0")]
    [InlineData("Throttling:PerKey:PerSecond", "-1")]
    [InlineData("Throttling:Buckets", "many")]
    public async Task Settings_that_make_no_sense_are_named(string name, string value)
    {
        var settings = new Dictionary<string, string?>(ThreeAKey) { [name] = value };
        Assert.Contains("Throttling", (await Assert.ThrowsAsync<InvalidDataException>(() => GuardedServer.StartAsync(settings: settings))).Message, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Policy, string Limit, string RetryAfter)> AskAsync(GuardedServer server, string? key)
    {
        using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/echo", key);
        return (answer.StatusCode, Header(answer, "RateLimit-Policy"), Header(answer, "RateLimit"), answer.Headers.RetryAfter?.ToString() ?? "");
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : "";
}
