using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Access.Auditing;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Tests.Access;

public class AuditTests
{
    [Fact]
    public async Task Changes_and_refusals_are_written_down_and_reading_is_not()
    {
        await using var server = await GuardedServer.StartAsync();
        var (root, ada) = (await server.KeyOfAsync("root", Roles.Admin), await server.KeyOfAsync("ada", Roles.None));
        server.Executions.Stop = _ => FixedTime.Beginning;

        await SendAsync(server, HttpMethod.Get, "/api/v1/echo", ada);
        await SendAsync(server, HttpMethod.Post, "/api/v1/echo", ada);
        await SendAsync(server, HttpMethod.Delete, "/api/v1/operate", ada);
        await SendAsync(server, HttpMethod.Delete, "/api/v1/operate", root);
        await SendAsync(server, HttpMethod.Get, "/api/v1/hidden/task-1", ada);
        await SendAsync(server, HttpMethod.Get, "/api/v1/hidden/task-1", root);
        await SendAsync(server, HttpMethod.Get, "/api/v1/echo", key: null);
        (await server.CallAsync("StopExecution", $$"""{"executionArn":"{{Samples.ExecutionArn}}"}""", root)).Dispose();
        (await server.CallAsync("ListStateMachines", "{}", root)).Dispose();
        (await server.CallAsync("StopExecution", "{}", ada)).Dispose();

        Assert.Equal(
            [
                "ada POST /api/v1/echo /api/v1/echo 200 ok",
                "ada DELETE /api/v1/operate /api/v1/operate 403 forbidden",
                "root DELETE /api/v1/operate /api/v1/operate 200 ok",
                "ada GET /api/v1/hidden/{id} /api/v1/hidden/task-1 404 not-found",
                "GET /api/v1/echo/{**rest} /api/v1/echo 401 unauthenticated",
                $"root states:StopExecution {Samples.ExecutionArn} 200 ok",
                "ada states:StopExecution / 403 AccessDeniedException",
            ],
            await server.AuditedAsync());
    }

    [Theory]
    [InlineData("DescribeMapRun", true)]
    [InlineData("ValidateStateMachineDefinition", true)]
    [InlineData("TestState", false)]
    [InlineData("UpdateMapRun", false)]
    [InlineData("Unheard-of", false)]
    public void What_has_tasks_done_or_is_unknown_may_change_something(string action, bool onlyReads) => Assert.Equal(onlyReads, WireActions.IsReading(action));

    [Fact]
    public async Task A_record_says_who_from_where_and_under_which_request_id()
    {
        await using var server = await GuardedServer.StartAsync();
        var key = await server.KeyOfAsync("ada", Roles.Operator);

        using var answer = await server.SendAsync(HttpMethod.Delete, "/api/v1/operate", key, request => request.Headers.UserAgent.ParseAdd("test/1"));

        var record = Assert.Single(await server.Journal.ListAsync(new AuditQuery(), 10));
        var expected = new AuditEntry
        {
            Time = DateTimeOffset.FromUnixTimeMilliseconds(FixedTime.Beginning.ToUnixTimeMilliseconds()),
            Who = "ada",
            Credential = key.Split('.')[0],
            Action = "DELETE /api/v1/operate",
            Resource = "/api/v1/operate",
            Address = "127.0.0.1",
            Agent = "test/1",
            RequestId = answer.Headers.GetValues("X-Request-Id").Single(),
            Status = 200,
            Outcome = "ok",
        };
        Assert.Equal(expected, record.Entry);
    }

    [Fact]
    public async Task Nothing_is_changed_while_the_journal_cannot_be_written()
    {
        var journal = new FailingAudit();
        await using var server = await GuardedServer.StartAsync(configure: services => services.AddSingleton<IAuditJournal>(journal));
        var key = await server.KeyOfAsync("ada", Roles.Operator);

        journal.IsFailing = true;
        Assert.Equal(HttpStatusCode.InternalServerError, await SendAsync(server, HttpMethod.Delete, "/api/v1/operate", key));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await TryAsync(server, HttpMethod.Delete, "/api/v1/operate", key));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(server, HttpMethod.Get, "/api/v1/echo", key));
        journal.IsFailing = false;
        Assert.Equal(HttpStatusCode.OK, await SendAsync(server, HttpMethod.Delete, "/api/v1/operate", key));
        Assert.Equal(["audit:resumed", "DELETE /api/v1/operate"], journal.Kept.Select(entry => entry.Action));
    }

    [Fact]
    public void Refusals_that_repeat_within_a_second_are_counted()
    {
        var refusals = new RepeatedRefusals(room: 3);
        AuditEntry Refusal(string who, double seconds, string action = "GET /a") =>
            new() { Time = FixedTime.Beginning.AddSeconds(seconds), Who = who, Address = "::1", Action = action, Resource = $"/a/{seconds}", Status = 429, Outcome = "too-many-requests" };

        Assert.Equal([Refusal("ada", 0)], refusals.Take(Refusal("ada", 0), "GET /a"));
        for (var i = 1; i < 1_000; i++)
        {
            Assert.Empty(refusals.Take(Refusal("ada", i / 1_000.0), "GET /a"));
        }

        Assert.Equal([Refusal("bob", 0.5)], refusals.Take(Refusal("bob", 0.5), "GET /a"));
        var summary = Refusal("ada", 0.999) with { Resource = "999 times within a second, the last time /a/0.999" };
        Assert.Equal([summary, Refusal("ada", 1)], refusals.Take(Refusal("ada", 1), "GET /a"));
        Assert.Empty(refusals.Take(Refusal("ada", 1.5), "GET /a"));
        Assert.Single(refusals.Take(Refusal("cyd", 1.5), "GET /a"));

        // There is no room for more kinds, so all others are one.
        Assert.Single(refusals.Take(Refusal("dan", 1.5), "GET /a"));
        Assert.Empty(refusals.Take(Refusal("eve", 1.6), "GET /a"));
        Assert.Equal([Refusal("ada", 1.5), Refusal("eve", 1.6)], refusals.Forget(FixedTime.Beginning.AddSeconds(5)));
        Assert.Empty(refusals.Forget(FixedTime.Beginning.AddSeconds(5), all: true));
    }

    [Fact]
    public async Task An_admin_makes_rotates_and_revokes_keys_and_reads_the_journal()
    {
        await using var server = await GuardedServer.StartAsync();
        var root = await server.KeyOfAsync("root", Roles.Admin);

        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", root, request => request.Content = Json("""{"owner":"ada","roles":["viewer","worker"]}"""));
        var view = System.Text.Json.JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement;
        var (id, secret) = (view.GetProperty("id").GetString()!, view.GetProperty("secret").GetString()!);
        Assert.Equal((HttpStatusCode.Created, $"/api/v1/keys/{id}"), (made.StatusCode, made.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(server, HttpMethod.Get, "/api/v1/echo", $"{id}.{secret}"));

        using var rotated = await server.SendAsync(HttpMethod.Post, $"/api/v1/keys/{id}/rotate", root, request => request.Content = Json("""{"graceSeconds":0}"""));
        var renewed = System.Text.Json.JsonDocument.Parse(await rotated.Content.ReadAsStringAsync()).RootElement.GetProperty("secret").GetString();
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(server, HttpMethod.Get, "/api/v1/echo", $"{id}.{secret}"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(server, HttpMethod.Get, "/api/v1/echo", $"{id}.{renewed}"));

        using var listed = await server.SendAsync(HttpMethod.Get, "/api/v1/keys", root);
        Assert.DoesNotContain("secret\"", await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(server, HttpMethod.Delete, $"/api/v1/keys/{id}", root));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(server, HttpMethod.Get, "/api/v1/echo", $"{id}.{renewed}"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(server, HttpMethod.Delete, "/api/v1/keys/TOAK0000000000000000", root));

        using var page = await server.SendAsync(HttpMethod.Get, "/api/v1/audit?limit=2", root);
        var next = System.Text.Json.JsonDocument.Parse(await page.Content.ReadAsStringAsync()).RootElement.GetProperty("next").GetString();
        using var second = await server.SendAsync(HttpMethod.Get, $"/api/v1/audit?limit=200&cursor={next}", root);
        using var verification = await server.SendAsync(HttpMethod.Get, "/api/v1/audit/verification", root);
        Assert.Equal(3, System.Text.Json.JsonDocument.Parse(await second.Content.ReadAsStringAsync()).RootElement.GetProperty("items").GetArrayLength());
        Assert.Contains("\"holds\":true", await verification.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bob", Roles.Viewer, false)]
    [InlineData("bob", Roles.Author, false)]
    [InlineData("ada", Roles.Viewer, true)]
    [InlineData("bob", Roles.Operator, true)]
    public async Task The_execution_of_somebodys_task_is_shown_to_them_and_to_operators(string caller, Roles roles, bool isShown)
    {
        await using var server = await GuardedServer.StartAsync();
        var task = TaskIds.From("ada's");
        await server.Tasks.TrySaveAsync(new TrackedTask { TaskId = task, Kind = TaskKind.Order, Title = "An order", Owner = "ada", Workflow = "Orders", Input = "{}", History = [new TaskChange(TrackedStatus.Pending, server.Time.Now, "ada", "test")], UpdatedAt = server.Time.Now });
        var key = await server.KeyOfAsync(caller, roles);
        server.Executions.Describe = _ => Samples.Description(ExecutionStatus.Running);
        server.Executions.List = _ => new([Samples.Summary(name: task), Samples.Summary(name: $"{task}-2"), Samples.Summary(name: "another")], null);

        foreach (var name in new[] { task, $"{task}-2" })
        {
            using var answer = await server.CallAsync("DescribeExecution", $$"""{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:Orders:{{name}}"}""", key);
            Assert.Equal(isShown, answer.IsSuccessStatusCode);
        }

        using var stranger = await server.CallAsync("GetExecutionHistory", $$"""{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:Orders:{{TaskIds.From("unknown")}}"}""", key);
        Assert.Equal(roles == Roles.Operator, !(await stranger.Content.ReadAsStringAsync()).Contains("ExecutionDoesNotExist", StringComparison.Ordinal));
        using var list = await server.CallAsync("ListExecutions", $$"""{"stateMachineArn":"{{Samples.MachineArn}}"}""", key);
        Assert.Equal(isShown, (await list.Content.ReadAsStringAsync()).Contains(task, StringComparison.Ordinal));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<HttpStatusCode> SendAsync(GuardedServer server, HttpMethod method, string path, string? key)
    {
        using var answer = await server.SendAsync(method, path, key);
        return answer.StatusCode;
    }

    // A refusal cannot be written down either, so its connection may end without an answer of its own.
    private static Task<HttpStatusCode> TryAsync(GuardedServer server, HttpMethod method, string path, string key) => SendAsync(server, method, path, key);

    private sealed class FailingAudit : IAuditJournal
    {
        public bool IsFailing { get; set; }

        public List<AuditEntry> Kept { get; } = [];

        public ValueTask<AuditRecord> AppendAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            if (IsFailing)
            {
                throw new IOException("the disk is full");
            }

            Kept.Add(entry);
            return new(AuditChain.Append(Kept.Count, entry, AuditChain.Beginning));
        }

        public ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, int limit, CancellationToken cancellationToken = default) => throw new InvalidOperationException();

        public ValueTask<AuditVerification> VerifyAsync(AuditHead? noted = null, CancellationToken cancellationToken = default) => throw new InvalidOperationException();
    }
}
