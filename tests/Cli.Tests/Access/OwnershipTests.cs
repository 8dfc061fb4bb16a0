using System.Net;
using System.Text.Json.Nodes;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Tasks;
using Xunit.Abstractions;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>Every route that shows or changes what belongs to somebody, asked by strangers of every role: for them it has to be as if there were nothing.</summary>
public sealed class OwnershipTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Roles[] Strangers = [Roles.None, Roles.Viewer, Roles.Worker, Roles.Author, Roles.Viewer | Roles.Worker | Roles.Author];
    private static readonly Roles[] SeeAll = [Roles.Operator, Roles.Admin];

    private GuardedHost? _host;
    private Belongings? _ada;

    private GuardedHost Host => _host ?? throw new InvalidOperationException("the server has not started");

    private Belongings Ada => _ada ?? throw new InvalidOperationException("nothing is made yet");

    public async Task InitializeAsync()
    {
        _host = await GuardedHost.StartAsync();
        _ada = await Belongings.MakeAsync(_host);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task What_belongs_to_somebody_is_for_strangers_what_does_not_exist()
    {
        var before = await StateAsync();
        var (cells, leaks) = (0, new List<string>());
        foreach (var roles in Strangers)
        {
            var bob = await Host.KeyAsync("bob", roles);
            foreach (var request in Requests())
            {
                var (there, nowhere) = (await AskAsync(request, request.Id, bob), await AskAsync(request, Missing(request.Id), bob));
                cells++;
                if (there != nowhere || there.Status < 400)
                {
                    leaks.Add($"{request} as {roles}: {there} for somebody else's, {nowhere} for nobody's");
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.Empty(leaks);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task What_belongs_to_somebody_is_there_for_them_and_for_operators()
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var (owner, roles) in SeeAll.Select(roles => ("boss", roles)).Concat(Strangers.Select(roles => (Belongings.Owner, roles))))
        {
            var key = await Host.KeyAsync(owner, roles);
            foreach (var request in Requests().Where(request => request.Method is "GET" or "HEAD" && request.Headers.Length == 0 && !request.Path.Contains("none.txt", StringComparison.Ordinal) && !request.Path.Contains('?', StringComparison.Ordinal)))
            {
                // Only one of the tasks has the attachment.
                var hasIt = !request.Path.Contains(Belongings.Attachment, StringComparison.Ordinal) || request.Id == Ada.OrderTask;
                using var answer = await Host.AskAsync(request.Method, request.PathFor(request.Id), key);
                cells++;
                if (answer.IsSuccessStatusCode != hasIt)
                {
                    wrong.Add($"{request} as {owner}, {roles}: {answer.StatusCode}");
                }
            }
        }

        output.WriteLine($"{cells} cells");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Lists_counts_and_exports_have_nothing_of_others()
    {
        var ada = await Host.KeyAsync(Belongings.Owner, Roles.None);
        var own = JsonNode.Parse(await Host.TextAsync("GET", "/api/v1/tasks?limit=1", ada))!["next"]!.ToString();
        var all = JsonNode.Parse(await Host.TextAsync("GET", "/api/v1/tasks?limit=1", await Host.KeyAsync("boss", Roles.Operator)))!["next"]!.ToString();
        foreach (var roles in Strangers)
        {
            var name = $"bob-{(int)roles}";
            var bob = await Host.KeyAsync(name, roles);
            foreach (var query in new[] { "", "?owner=ada", "?text=ada", $"?text={Ada.OrderTask}", "?text=order", $"?text={Belongings.Order}", "?status=Succeeded", "?kind=batch", "?sort=priority&order=asc", "?owner=ada&text=order&limit=1" })
            {
                Assert.Equal("""{"items":[]}""", await Host.TextAsync("GET", $"/api/v1/tasks{query}", bob));
            }

            foreach (var (query, cursor) in new[] { ("", own), ("", all), ("owner=ada&", own), ($"owner={name}&", own), ($"owner={name}&", all) })
            {
                using var answer = await Host.AskAsync("GET", $"/api/v1/tasks?{query}limit=1&cursor={cursor}", bob);
                Assert.DoesNotContain("task-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            var summary = JsonNode.Parse(await Host.TextAsync("GET", "/api/v1/metrics/summary", bob))!;
            Assert.Equal((0, 0, 0, 0), (summary["total"]!.GetValue<int>(), summary["counts"]!.AsArray().Count, summary["submittedToday"]!.GetValue<int>(), summary["failedToday"]!.GetValue<int>()));
            await ExportsNothingOfOthersAsync(bob);
        }
    }

    [Fact]
    public async Task An_idempotency_key_means_something_to_its_own_caller_only()
    {
        const string Body = """{"format":"csv"}""";
        var ada = await Host.KeyAsync(Belongings.Owner, Roles.None);
        var first = await Host.TextAsync("POST", "/api/v1/exports", ada, Body, ("Idempotency-Key", "k-1"));
        using var again = await Host.AskAsync("POST", "/api/v1/exports", ada, Body, ("Idempotency-Key", "k-1"));
        Assert.Equal((first, true), (await again.Content.ReadAsStringAsync(), again.Headers.Contains("Idempotency-Replayed")));
        foreach (var roles in Strangers.Concat(SeeAll))
        {
            var bob = await Host.KeyAsync($"bob-{(int)roles}", roles);
            foreach (var (key, body) in new[] { ("k-1", Body), ("k-1 ", Body), ("k-2", """{"format":"jsonl"}""") })
            {
                using var answer = await Host.AskAsync("POST", "/api/v1/exports", bob, body, ("Idempotency-Key", key));
                var text = await answer.Content.ReadAsStringAsync();
                Assert.DoesNotContain(Belongings.Field(first, "id"), text, StringComparison.Ordinal);
                Assert.NotEqual(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            }
        }
    }

    private static string Missing(string id) => id.StartsWith("task-", StringComparison.Ordinal) ? TaskIds.From("nobody's") : id.Replace("ada", "nob", StringComparison.Ordinal);

    private async Task ExportsNothingOfOthersAsync(string bob)
    {
        foreach (var owner in new[] { "ada", "zoe" })
        {
            using var refused = await Host.AskAsync("POST", "/api/v1/exports", bob, $$$"""{"format":"jsonl","filter":{"owner":"{{{owner}}}"}}""");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        var id = Belongings.Field(await Host.TextAsync("POST", "/api/v1/exports", bob, """{"format":"jsonl"}"""), "id");
        await Belongings.EndAsync(Host, bob, id);
        var content = await Host.TextAsync("GET", $"/api/v1/exports/{id}/content", bob);
        Assert.DoesNotContain(Ada.Tasks, task => content.Contains(task, StringComparison.Ordinal));
        Assert.DoesNotContain("\"ada\"", content, StringComparison.Ordinal);
        await DeleteAsync(id, bob);
    }

    // So that the next stranger's list is as empty as this one's was.
    private async Task DeleteAsync(string id, string key) => await Host.TextAsync("DELETE", $"/api/v1/tasks/{id}", key, body: null, ("If-Match", "*"));

    /// <summary>Every way to ask for every thing of Ada's that the routes of the server offer.</summary>
    private IEnumerable<OwnedRequest> Requests() =>
        from endpoint in Host.Endpoints()
        where Expectations.Knows(endpoint.Name) && Expectations.IsOwned(endpoint.Name)
        from id in IdsFor(endpoint.Pattern)
        from path in endpoint.Pattern.Contains("{name}", StringComparison.Ordinal)
            ? [endpoint.Pattern.Replace("{name}", Belongings.Attachment, StringComparison.Ordinal), endpoint.Pattern.Replace("{name}", "none.txt", StringComparison.Ordinal)]
            : new[] { endpoint.Pattern }
        from query in endpoint.Method == "GET" && path.EndsWith(Belongings.Attachment, StringComparison.Ordinal) ? new[] { "", "?version=1", "?version=x" } : [""]
        from body in endpoint.Method is "GET" or "HEAD" or "DELETE" ? new string?[] { null } : ["{}", """{"title":"Mine"}""", """{"owner":"bob"}""", "{", null]
        from headers in new (string Name, string Value)[][] { [], [("If-Match", "*")], [("If-Match", "\"1\"")], [("If-None-Match", "*")], [("Range", "bytes=0-1")], [("Idempotency-Key", "k")] }
        select new OwnedRequest(endpoint.Method, path + query, id, body, headers);

    private IEnumerable<string> IdsFor(string pattern) =>
        pattern.Contains("/orders/", StringComparison.Ordinal) ? [Belongings.Order, Belongings.ApprovedOrder]
        : pattern.Contains("/transactions/", StringComparison.Ordinal) ? [Belongings.Purchase, Belongings.Refund]
        : pattern.Contains("/exports/", StringComparison.Ordinal) ? [Ada.Export]
        : Ada.Tasks;

    private async Task<Answered> AskAsync(OwnedRequest request, string id, string key)
    {
        using var answer = await Host.AskAsync(request.Method, request.PathFor(id), key, request.Body, request.Headers);
        return await Answered.OfAsync(answer, id);
    }

    private async Task<string> StateAsync()
    {
        var boss = await Host.KeyAsync("boss", Roles.Operator);
        var tasks = await Host.TextAsync("GET", "/api/v1/tasks", boss);
        return tasks + await Host.TextAsync("GET", $"/api/v1/tasks/{Ada.OrderTask}/attachments/{Belongings.Attachment}/versions", boss);
    }
}
