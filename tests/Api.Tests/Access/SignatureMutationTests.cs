using FsCheck.Fluent;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>Signed requests that were changed on their way: every one is refused, and nothing has happened.</summary>
public sealed class SignatureMutationTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>For each of the five kinds of signed requests.</summary>
    private const int Cases = 2_000;

    private static readonly string[] OfAmazon = ["InvalidSignatureException", "IncompleteSignatureException", "UnrecognizedClientException", "MissingAuthenticationTokenException"];

    private static readonly Dictionary<string, string?> NoThrottling = new() { ["Throttling:Enabled"] = "false" };

    private GuardedServer? server;
    private IssuedKey? key;

    private GuardedServer Server => server ?? throw new InvalidOperationException("the server has not started");

    private string Shown => $"{key!.Key.Id}.{key.Secret}";

    public async Task InitializeAsync()
    {
        server = await GuardedServer.StartAsync(settings: NoThrottling);
        key = await server.Keys.CreateAsync("ada", Roles.Admin);
        server.Executions.Start = _ => throw new InvalidOperationException("an execution was started");
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [Fact]
    public Task A_signed_action_that_creates_a_machine() => RefusedAsync(
        Wire("CreateStateMachine", """{"name":"Made","definition":"{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}","roleArn":"arn:aws:iam::123456789012:role/r"}""").Signed(Shown, Server.Time.Now, "states"));

    [Fact]
    public Task A_signed_action_that_announces_the_hash_of_its_body() => RefusedAsync(
        Wire("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Made"}""").Signed(Shown, Server.Time.Now, "states", announcesHash: true));

    [Fact]
    public Task A_presigned_action() => RefusedAsync(
        Wire("StartExecution", """{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Made"}""").Presigned(Shown, Server.Time.Now, "states", 600));

    [Fact]
    public Task A_signed_request_that_takes_a_key_back() => RefusedAsync(
        new RawRequest("DELETE", $"/api/v1/keys/{key!.Key.Id}", "", [("Host", Server.Host)], "").Signed(Shown, Server.Time.Now, "execute-api"));

    [Fact]
    public Task A_presigned_request_that_makes_a_key() => RefusedAsync(
        new RawRequest("POST", "/api/v1/keys", "", [("Host", Server.Host), ("Content-Type", "application/json")], """{"owner":"eve","roles":["admin"]}""").Presigned(Shown, Server.Time.Now, "execute-api", 600));

    private async Task RefusedAsync(RawRequest genuine)
    {
        using var client = new RawClient(Server.Client.BaseAddress!);
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (what, mutant) in SignatureMutations.Of(genuine).Sample(Thoroughness.Cases(Cases)))
        {
            var (status, body) = await client.SendAsync(mutant);
            Assert.True(IsRefusal(mutant, status, body), $"{what}: {status} {body}\n{mutant}");
            kinds[what] = kinds.GetValueOrDefault(what) + 1;
        }

        output.WriteLine(string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}")));
        Assert.Equal([key!.Key.Id], (await Server.Keys.ListAsync()).Where(each => each.Revoked is null).Select(each => each.Id));
        Assert.Equal("""{"stateMachines":[]}""", (await ApiAnswer.ReadAsync(await Server.CallAsync("ListStateMachines", "{}", Shown))).Body.ToString());
        Assert.DoesNotContain(await Server.AuditedAsync(), record => record.EndsWith(" ok", StringComparison.Ordinal));

        // Otherwise all of them might have been refused for something else.
        Assert.Contains((await client.SendAsync(genuine)).Status, new[] { 200, 201, 204, 500 });
    }

    /// <summary>What HTTP itself does not allow is answered without a word.</summary>
    private static bool IsRefusal(RawRequest request, int status, string body) => (request.Method, request.Path, status) switch
    {
        (_, _, 400) when body.Length == 0 => true,
        ("POST", "/", 403) => OfAmazon.Contains(((JsonObject)Json.Parse(body))["__type"] is JsonString { Value: var code } ? code : ""),
        ("POST", "/", _) => false,
        (_, _, 401) => ((JsonObject)Json.Parse(body))["type"] is JsonString { Value: "urn:taskorch:problem:unauthenticated" },
        _ => false,
    };

    private RawRequest Wire(string action, string body) =>
        new("POST", "/", "", [("Host", Server.Host), ("X-Amz-Target", $"AWSStepFunctions.{action}")], body);
}
