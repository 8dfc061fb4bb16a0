using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Schedules;

public sealed class ScheduleRoutesTests : RestTest
{
    private const string At = "/api/v1/schedules/nightly";

    [Fact]
    public async Task A_schedule_is_changed_only_in_the_version_that_the_caller_has_seen()
    {
        var made = await ScheduleScenario.PutAsync(Client, At, ScheduleScenario.Draft);
        var blind = await ScheduleScenario.PutAsync(Client, At, ScheduleScenario.Draft);
        var changed = await ScheduleScenario.PutAsync(Client, At, """{"cron":"0 0 3 * * ?","stateMachine":"RetentionSweep"}""", ("If-Match", made.Header("ETag")!));
        var late = await ScheduleScenario.PutAsync(Client, At, ScheduleScenario.Draft, ("If-Match", made.Header("ETag")!));

        Assert.Equal((201, At, 428, 200, 412), (made.Status, made.Header("Location"), blind.Status, changed.Status, late.Status));
        Assert.Equal("0 0 3 * * ?", (await Client.GetAsync(At)).Member("cron"));
    }

    [Fact]
    public async Task A_schedule_that_makes_no_sense_is_told_all_that_is_wrong()
    {
        var answer = await ScheduleScenario.PutAsync(Client, At, """{"cron":"30 2 * * *","timeZone":"Mars","stateMachine":"M"}""");

        Assert.Equal((400, "invalid-body"), (answer.Status, answer.Code));
        Assert.Equal(["/cron", "/timeZone"], answer.Pointers.Order(StringComparer.Ordinal));
        Assert.Equal(404, (await Client.GetAsync(At)).Status);
    }

    [Fact]
    public async Task A_schedule_that_is_run_by_hand_under_the_same_key_fires_once()
    {
        await ScheduleScenario.PutAsync(Client, At, ScheduleScenario.Draft);

        var first = await Client.PostAsync($"{At}/run", "", RestClient.Operator, ("Idempotency-Key", "k"));
        var again = await Client.PostAsync($"{At}/run", "", RestClient.Operator, ("Idempotency-Key", "k"));

        Assert.Equal((201, first.Text, first.Header("Location")), (again.Status, again.Text, again.Header("Location")));
        Assert.Equal([first.Member("id")], Server.Service<FakeFiringTarget>().Started);
        Assert.Equal("Fired", (await Client.GetAsync(first.Header("Location")!)).Member("status"));
    }

    [Fact]
    public async Task Pages_lead_through_firings_without_gap_or_repetition()
    {
        await ScheduleScenario.PutAsync(Client, At, ScheduleScenario.Draft);
        var fired = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            fired.Insert(0, (await Client.PostAsync($"{At}/run", "")).Member("id")!);
            Server.Time.Now += TimeSpan.FromSeconds(1);
        }

        var found = new List<string>();
        for (var next = $"{At}/firings?limit=2"; next is not null;)
        {
            var page = await Client.GetAsync(next);
            found.AddRange(((JsonArray)page.Object["items"]!).Select(item => ((JsonString)((JsonObject)item)["id"]!).Value));
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        Assert.Equal(fired, found);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_schedule_only()
    {
        const string Other = "/api/v1/schedules/weekly";
        await ScheduleScenario.PutAsync(Client, At, ScheduleScenario.Draft);
        await ScheduleScenario.PutAsync(Client, Other, ScheduleScenario.Draft);
        await Client.PostAsync($"{At}/run", "");
        await Client.PostAsync($"{At}/run", "");
        var cursor = (await Client.GetAsync($"{At}/firings?limit=1")).Member("next");

        Assert.Equal("invalid-cursor", (await Client.GetAsync($"{Other}/firings?limit=1&cursor={cursor}")).Code);
        Assert.Equal("invalid-cursor", (await Client.GetAsync($"{At}/firings?cursor=x{cursor}")).Code);
    }
}
