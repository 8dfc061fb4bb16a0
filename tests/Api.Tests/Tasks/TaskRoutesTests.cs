using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Tasks;

public sealed class TaskRoutesTests : RestTest
{
    [Fact]
    public async Task A_submission_becomes_a_task_whose_input_its_workflow_can_read()
    {
        var answer = await Client.PostAsync("/api/v1/purchases", """{"accountId":"a-1","amount":10.50,"currency":"EUR","owner":"ada","priority":"high","due":"2027-02-01T09:00:00+01:00","title":"Books"}""");

        Assert.Equal(201, answer.Status);
        Assert.Equal($"/api/v1/tasks/{answer.Member("id")}", answer.Header("Location"));
        Assert.Equal(("purchase", "Books", "ada", "Pending", "high", "2027-02-01T08:00:00.000Z"), (answer.Member("kind"), answer.Member("title"), answer.Member("owner"), answer.Member("status"), answer.Member("priority"), answer.Member("due")));
        Assert.Equal("""{"TransactionType":"PURCHASE","AccountId":"a-1","Amount":10.50,"Currency":"EUR"}""", answer.Object["input"]!.ToString());
    }

    [Fact]
    public async Task A_page_of_the_list_is_answered_again_only_once_a_task_on_it_has_changed()
    {
        const string Page = "/api/v1/tasks?kind=order";
        var task = await SubmitAsync("ada");
        var first = await Client.GetAsync(Page, RestClient.Owner);
        var known = ("If-None-Match", first.Header("ETag")!);

        var again = await Client.GetAsync(Page, RestClient.Owner, known);
        await Server.Tasks.MoveAsync(task.Member("id")!, TrackedStatus.Running);
        var changed = await Client.GetAsync(Page, RestClient.Owner, known);

        Assert.Equal((200, 304, 200), (first.Status, again.Status, changed.Status));
        Assert.Equal((first.Header("ETag"), ""), (again.Header("ETag"), again.Text));
        Assert.NotEqual(first.Header("ETag"), changed.Header("ETag"));
    }

    [Fact]
    public async Task The_token_of_a_decision_is_shown_to_nobody()
    {
        var task = await SubmitAsync("ada");
        await Server.Tasks.MoveAsync(task.Member("id")!, TrackedStatus.Running);
        var waiting = await Server.Tasks.MoveAsync(task.Member("id")!, TrackedStatus.Waiting);
        await Server.Tasks.SaveAsync(waiting with { DecisionToken = "token-of-the-decision" });

        foreach (var path in new[] { task.Header("Location")!, $"{task.Header("Location")}/status", "/api/v1/tasks" })
        {
            Assert.DoesNotContain("token", (await Client.GetAsync(path, RestClient.Admin)).Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Somebody_elses_task_is_not_there_in_the_words_of_one_that_is_not()
    {
        var task = await SubmitAsync("ada");
        var at = task.Header("Location")!;

        foreach (var (method, path) in new[] { ("GET", at), ("GET", $"{at}/status"), ("PATCH", at), ("DELETE", at), ("POST", $"{at}/cancel"), ("POST", $"{at}/approve"), ("POST", $"{at}/retry"), ("GET", $"{at}/attachments") })
        {
            using var content = method is "PATCH" or "POST" ? new StringContent("{}", encoding: null, "application/json") : null;
            var hidden = await Client.SendAsync(new HttpMethod(method), path, RestClient.Other, content, ("If-Match", "*"));
            Assert.Equal((404, "not-found", $"There is no task '{task.Member("id")}'."), (hidden.Status, hidden.Code, hidden.Member("detail")));
        }

        Assert.Equal(JsonArray.Empty, (await Client.GetAsync("/api/v1/tasks", RestClient.Other)).Object["items"]);
        Assert.Equal(JsonArray.Empty, (await Client.GetAsync("/api/v1/tasks?owner=ada", RestClient.Other)).Object["items"]);
        Assert.Equal("0", (await Client.GetAsync("/api/v1/metrics/summary", RestClient.Other)).Member("total"));
    }

    [Fact]
    public async Task An_owner_changes_what_people_say_about_a_task_and_an_operator_its_owner()
    {
        var at = (await SubmitAsync("ada")).Header("Location")!;

        var changed = await Client.PatchAsync(at, """{"title":"T","priority":"urgent","due":"2027-02-01T09:00:00Z"}""", RestClient.Owner, ("If-Match", "\"1\""));
        var cleared = await Client.PatchAsync(at, """{"due":null}""", RestClient.Owner, ("If-Match", changed.Header("ETag")!));
        var refused = await Client.PatchAsync(at, """{"owner":"bob"}""", RestClient.Owner, ("If-Match", "*"));
        var given = await Client.PatchAsync(at, """{"owner":"bob"}""", RestClient.Operator, ("If-Match", "*"));

        Assert.Equal(("T", "urgent", "2027-02-01T09:00:00.000Z"), (changed.Member("title"), changed.Member("priority"), changed.Member("due")));
        Assert.Equal(("T", null), (cleared.Member("title"), cleared.Member("due")));
        Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
        Assert.Equal("bob", given.Member("owner"));
    }

    [Theory]
    [InlineData("""{"title":null}""", "/title")]
    [InlineData("""{"priority":null}""", "/priority")]
    [InlineData("""{"status":"Succeeded"}""", "/status")]
    public async Task A_patch_takes_away_or_adds_nothing_that_a_task_has_or_has_not(string patch, string pointer)
    {
        var at = (await SubmitAsync("ada")).Header("Location")!;

        var answer = await Client.PatchAsync(at, patch, RestClient.Owner, ("If-Match", "*"));

        Assert.Equal((400, pointer), (answer.Status, answer.Pointers.Single()));
    }

    [Fact]
    public async Task A_change_wants_the_version_it_is_meant_for()
    {
        var at = (await SubmitAsync("ada")).Header("Location")!;

        var without = await Client.PatchAsync(at, "{}");
        var outdated = await Client.PatchAsync(at, "{}", RestClient.Operator, ("If-Match", "\"0\", \"7\""));
        var weak = await Client.PatchAsync(at, "{}", RestClient.Operator, ("If-Match", "W/\"1\""));
        var broken = await Client.PatchAsync(at, "{}", RestClient.Operator, ("If-Match", "1"));
        var oneOfSeveral = await Client.PatchAsync(at, """{"title":"T"}""", RestClient.Operator, ("If-Match", "\"7\", \"1\""));

        Assert.Equal((428, 412, 412, 400, 200), (without.Status, outdated.Status, weak.Status, broken.Status, oneOfSeveral.Status));
        Assert.Equal("\"2\"", oneOfSeveral.Header("ETag"));
    }

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        var task = await SubmitAsync("ada");

        var known = await Client.GetAsync(task.Header("Location")!, RestClient.Owner, ("If-None-Match", task.Header("ETag")!));
        var outdated = await Client.GetAsync(task.Header("Location")!, RestClient.Owner, ("If-None-Match", "\"0\""));

        Assert.Equal((304, "", 200), (known.Status, known.Text, outdated.Status));
    }

    [Fact]
    public async Task The_status_URL_says_when_to_look_again_until_the_task_has_ended()
    {
        var task = await SubmitAsync("ada");
        var at = $"{task.Header("Location")}/status";

        var running = await Client.GetAsync(at, RestClient.Owner);
        await Server.Tasks.MoveAsync(task.Member("id")!, TrackedStatus.Running);
        await Server.Tasks.MoveAsync(task.Member("id")!, TrackedStatus.Succeeded);
        var ended = await Client.GetAsync(at, RestClient.Owner);

        Assert.Equal((202, "Pending", "1", at), (running.Status, running.Member("status"), running.Header("Retry-After"), running.Header("Location")));
        Assert.Equal((200, "Succeeded", null), (ended.Status, ended.Member("status"), ended.Header("Retry-After")));
    }

    [Fact]
    public async Task Pages_lead_through_a_list_without_gap_or_repetition()
    {
        var submitted = new List<string?>();
        for (var i = 0; i < 7; i++)
        {
            submitted.Add((await SubmitAsync("ada", $"Title & {i}")).Member("id"));
            Server.Time.Now += TimeSpan.FromSeconds(1);
        }

        var found = new List<string?>();
        string? next = "/api/v1/tasks?limit=3&order=asc&text=title%20%26&kind=order&kind=batch";
        while (next is not null)
        {
            var page = await Client.GetAsync(next, RestClient.Owner);
            found.AddRange(((JsonArray)page.Object["items"]!).Select(item => ((JsonString)((JsonObject)item)["id"]!).Value));
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        Assert.Equal(submitted, found);
    }

    [Fact]
    public async Task A_cursor_that_was_altered_or_is_for_another_query_is_refused()
    {
        await SubmitAsync("ada");
        await SubmitAsync("ada");
        var page = await Client.GetAsync("/api/v1/tasks?limit=1&kind=order");
        var cursor = page.Member("next")!;

        Assert.Equal($"</api/v1/tasks?limit=1&kind=order&cursor={cursor}>; rel=\"next\"", page.Header("Link"));
        foreach (var altered in Altered(cursor))
        {
            var refused = await Client.GetAsync($"/api/v1/tasks?limit=1&kind=order&cursor={altered}");
            Assert.Equal((400, "invalid-cursor", "cursor"), (refused.Status, refused.Code, refused.Pointers.Single()));
        }

        Assert.Equal("invalid-cursor", (await Client.GetAsync($"/api/v1/tasks?limit=1&cursor={cursor}")).Code);
        Assert.Equal("invalid-cursor", (await Client.GetAsync($"/api/v1/tasks?limit=1&kind=order&cursor={cursor}", RestClient.Owner)).Code);
        Assert.Null((await Client.GetAsync($"/api/v1/tasks?limit=1&kind=order&cursor={cursor}")).Header("Link"));
    }

    [Theory]
    [InlineData("1", 200)]
    [InlineData("200", 200)]
    [InlineData("0", 400)]
    [InlineData("201", 400)]
    [InlineData("-1", 400)]
    [InlineData("1.0", 400)]
    public async Task A_page_has_from_one_to_two_hundred_tasks(string limit, int status) => Assert.Equal(status, (await Client.GetAsync($"/api/v1/tasks?limit={limit}")).Status);

    [Fact]
    public async Task Only_an_operator_decides()
    {
        var task = await SubmitAsync("ada");
        await Server.Tasks.MoveAsync(task.Member("id")!, TrackedStatus.Running);
        await Server.Tasks.MoveAsync(task.Member("id")!, TrackedStatus.Waiting);

        var byOwner = await Client.PostAsync($"{task.Header("Location")}/approve", """{"note":"me"}""", RestClient.Owner);
        var byOperator = await Client.PostAsync($"{task.Header("Location")}/approve", """{"note":"fine"}""");
        var again = await Client.PostAsync($"{task.Header("Location")}/approve", "{}");

        Assert.Equal((403, 200, 409), (byOwner.Status, byOperator.Status, again.Status));
        Assert.Equal(("Running", "olga", "fine"), LastChange(byOperator));
    }

    [Fact]
    public async Task Nothing_needs_to_be_said_to_call_a_task_off()
    {
        var task = await SubmitAsync("ada");

        var answer = await Client.SendAsync(HttpMethod.Post, $"{task.Header("Location")}/cancel", RestClient.Owner, content: null);

        Assert.Equal(("Cancelled", "ada", null), LastChange(answer));
    }

    [Fact]
    public async Task The_summary_counts_by_kind_and_status_and_names_the_longest_wait()
    {
        var waiting = (await SubmitAsync("ada")).Member("id")!;
        await SubmitAsync("bob");
        await Server.Tasks.MoveAsync(waiting, TrackedStatus.Running);
        await Server.Tasks.MoveAsync(waiting, TrackedStatus.Waiting);
        Server.Time.Now += TimeSpan.FromDays(1);
        var failed = (await SubmitAsync("ada")).Member("id")!;
        await Server.Tasks.MoveAsync(failed, TrackedStatus.Running);
        await Server.Tasks.MoveAsync(failed, TrackedStatus.Failed);

        var summary = await Client.GetAsync("/api/v1/metrics/summary");

        Assert.Equal(
            """{"counts":[{"kind":"order","status":"Pending","count":1},{"kind":"order","status":"Waiting","count":1},{"kind":"order","status":"Failed","count":1}],"total":3,"oldestWaitingSince":"2027-01-15T08:00:00.125Z","submittedToday":1,"failedToday":1,"at":"2027-01-16T08:00:00.125Z"}""",
            summary.Text);
    }

    /// <summary>With another character at each place, one too many, and one too few.</summary>
    private static IEnumerable<string> Altered(string cursor) => Enumerable.Range(0, cursor.Length)
        .Select(i => $"{cursor[..i]}{(cursor[i] is 'x' or 'w' or 'y' or 'z' ? 'A' : 'x')}{cursor[(i + 1)..]}")
        .Append($"{cursor}x")
        .Append(cursor[..^1]);

    private Task<RestAnswer> SubmitAsync(string owner, string? title = null) => Client.PostAsync("/api/v1/orders", TaskSubmissions.Order(owner, title));

    private static (string? Status, string? By, string? Note) LastChange(RestAnswer answer)
    {
        var change = (JsonObject)((JsonArray)answer.Object["history"]!)[^1];
        return ((change["status"] as JsonString)?.Value, (change["by"] as JsonString)?.Value, (change["note"] as JsonString)?.Value);
    }
}
