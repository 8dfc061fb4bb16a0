using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Cli.Serving;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Tasks;

namespace TaskOrchestration.Cli.Tests.Serving;

/// <summary>A day and a week of a whole server, passed in moments.</summary>
public sealed class MovedClockTests : IDisposable
{
    private const string Purchase = """{"accountId":"acct-7","amount":10.50,"currency":"EUR","paymentMethod":"card-visa"}""";

    private const string LargeOrder = """
        {"customerId":"c","items":[{"sku":"sku-1","quantity":2,"unitPrice":"900.00"}],"currency":"EUR","paymentMethod":"card-visa",
         "shippingAddress":{"recipient":"Ada","city":"Berlin","country":"DE"} }
        """;

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("moved-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task A_night_settles_the_day_and_a_week_expires_what_nobody_decided()
    {
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "appsettings.json"), """{"Schedules":{"nightly-settlement":{"timeZone":"Europe/Berlin"}}}""");
        DateTimeOffset then;
        await using (var server = await StartAsync())
        {
            using var http = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
            var noon = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(1).AddHours(12), TimeSpan.Zero);
            await MoveAsync(http, $$"""{"to":"{{noon:O}}"}""");
            var before = (await SettlementsAsync(server)).Count;
            for (var i = 0; i < 3; i++)
            {
                await UntilAsync(server, await SubmitAsync(http, "purchases", Purchase), TrackedStatus.Succeeded);
            }

            await MoveAsync(http, """{"advance":"PT24H"}""");
            var night = Assert.Single((await SettlementsAsync(server)).Skip(before));
            await UntilAsync(server, night.TaskId!, TrackedStatus.Succeeded);
            var report = await ReportAsync(server, noon);
            Assert.Equal((3, 3, "EUR 3 31.50"), (report.GetProperty("planned").GetInt32(), report.GetProperty("settled").GetInt32(), TotalOf(report, "Purchases")));

            var waiting = await SubmitAsync(http, "orders", LargeOrder);
            await UntilAsync(server, waiting, TrackedStatus.Waiting);
            then = await MoveAsync(http, """{"advance":"P7DT1M"}""");
            var week = (await SettlementsAsync(server)).Skip(before + 1).ToList();
            Assert.Equal(Enumerable.Range(1, 7).Select(day => night.Due.ToOffset(TimeSpan.Zero).AddDays(day).Date), week.Select(firing => firing.Due.UtcDateTime.Date));
            Assert.Equal(week.OrderBy(firing => firing.FiredAt), week);
            Assert.All(week, firing => Assert.True(firing.Status == FiringStatus.Fired && firing.FiredAt - firing.Due < TimeSpan.FromMinutes(1), $"{firing}"));
            Assert.Equal("ApprovalExpired", (await UntilAsync(server, waiting, TrackedStatus.Failed)).Failure?.Error);
        }

        await using var again = await StartAsync();
        Assert.InRange(again.Services.GetRequiredService<TimeProvider>().GetUtcNow(), then, then.AddHours(1));
    }

    private static async Task<string> SubmitAsync(HttpClient http, string what, string body)
    {
        var answer = await http.PostAsync(new Uri($"/api/v1/{what}", UriKind.Relative), Json(body));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private static async Task<DateTimeOffset> MoveAsync(HttpClient http, string body)
    {
        var answer = await http.PostAsync(new Uri("/api/v1/clock", UriKind.Relative), Json(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var clock = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return clock.GetProperty("now").GetDateTimeOffset();
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static async Task<IReadOnlyList<Firing>> SettlementsAsync(LocalServer server) =>
        [.. (await server.Services.GetRequiredService<ScheduleService>().FiringsAsync("nightly-settlement", 100, before: null)).Reverse()];

    private static async Task<TrackedTask> UntilAsync(LocalServer server, string taskId, TrackedStatus status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var tasks = server.Services.GetRequiredService<ITaskService>();
        while (true)
        {
            var task = await tasks.DescribeAsync(taskId, patience.Token);
            if (task.Status == status)
            {
                return task;
            }

            Assert.False(TaskTransitions.IsEnd(task.Status), $"{task.Status}: {task.Failure}");
            await Task.Delay(10, patience.Token);
        }
    }

    private static async Task<JsonElement> ReportAsync(LocalServer server, DateTimeOffset day)
    {
        var blobs = server.Services.GetRequiredService<IBlobStore>();
        var blob = (await blobs.ListAsync("reports")).Single(blob => blob.Path.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal) && blob.Path.EndsWith(".json", StringComparison.Ordinal));
        await using var content = (await blobs.OpenAsync(blob.Path))!;
        return (await JsonDocument.ParseAsync(content.Stream)).RootElement;
    }

    private static string TotalOf(JsonElement report, string kind)
    {
        var total = report.GetProperty("totals").EnumerateArray().Single(total => total.GetProperty("kind").GetString() == kind);
        return $"{total.GetProperty("currency")} {total.GetProperty("count")} {total.GetProperty("amount").GetRawText()}";
    }

    private Task<LocalServer> StartAsync() =>
        LocalServer.StartAsync(new ServerOptions(0, data.FullName, new Dictionary<string, string>()) { Anonymous = true, HasMovableClock = true }, CancellationToken.None);
}
