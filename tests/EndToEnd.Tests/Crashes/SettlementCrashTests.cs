using System.Globalization;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;
using Xunit.Abstractions;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class SettlementCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Transactions = 2_000;
    private const int KillsWhileSettling = 10;
    private const int KillsAfterwards = 4;
    private const int MostSettlements = 5;

    private readonly Random _random = new();

    /// <summary>Yesterday, and still that day when it has become midnight meanwhile.</summary>
    private readonly DateTimeOffset _day = DateTimeOffset.UtcNow.AddDays(-1);
    private TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Every_transaction_is_settled_once_and_the_report_adds_up_to_the_cent_however_often_the_server_is_killed_meanwhile()
    {
        // A machine with much else to do may let a server end its settlement before it is killed often enough; then there is another.
        var kills = await SettleAsync();
        for (var settlements = 1; kills < KillsWhileSettling && settlements < MostSettlements; settlements++)
        {
            _data.Dispose();
            _data = new TemporaryFolder();
            kills += await SettleAsync();
        }

        Assert.InRange(kills, KillsWhileSettling, int.MaxValue);
    }

    /// <summary>As many pages as there may be: then there is much to be killed in.</summary>
    private JsonObject Settings => JsonObject.Of(
        ("Settlements", JsonObject.Of(("PageSize", Json.Of("10")))),
        ("Schedules", JsonObject.Of(("nightly-settlement", JsonObject.Of(("enabled", Json.Of("false")), ("input", Json.Of(InputOf(_day).ToString())))))));

    /// <summary>Has a day settled, and looks through all that comes of it.</summary>
    /// <returns>How many servers were killed when a part of the transactions was settled.</returns>
    private async Task<int> SettleAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "appsettings.json"), Settings.ToString());
        await TradeAsync();
        var killed = await KillWhileSettlingAsync();
        await KillWhileReportingAsync();
        output.WriteLine($"{Transactions} transactions; killed with so many settled: {string.Join(", ", killed)}; and {KillsAfterwards} times while the report was due");
        await CheckAsync();
        return killed.Count(settled => settled is > 0 and < Transactions);
    }

    private async Task CheckAsync()
    {
        var (report, next) = await FinishAsync();
        using var books = new SettlementBooks(_data.Path);
        var id = ((JsonString)report["settlementId"]!).Value;
        Assert.Equal((Transactions, Transactions, 0), await books.EntriesAsync());
        Assert.Equal([(id, Transactions)], await books.MarksAsync());
        Assert.Equal([.. PathsOf(report).Concat(PathsOf(next)).Order(StringComparer.Ordinal).Select(path => (path, 1))], await books.ReportsAsync());

        var totals = await books.LedgerTotalsAsync();
        output.WriteLine(string.Join("; ", totals));
        Assert.Equal(9, totals.Count);
        Assert.Equal(totals, SettlementBooks.TotalsOf(report));
        Assert.Equal(totals, SettlementBooks.TotalsOf((JsonObject)Json.Parse(await books.ReadAsync(PathsOf(report)[1]))));
        Assert.Equal(Json.Of(Transactions), report["settled"]);
        Assert.Equal(Json.Of(0), next["planned"]);
        Assert.Equal(Json.Of(0), next["settled"]);

        var lines = (await books.ReadAsync(PathsOf(report)[0])).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal([.. Enumerable.Range(0, Transactions).Select(number => $"many-{number}").Order(StringComparer.Ordinal)], lines.Select(line => line[3]).Order(StringComparer.Ordinal));
        Assert.Equal(totals, TotalsOf(lines));
    }

    /// <summary>The business of yesterday: purchases and refunds in three currencies.</summary>
    private async Task TradeAsync()
    {
        using var database = TaskDatabase.Open(_data.Path);
        await ManyTransactions.MakeAsync(new SqliteTransactionStore(database), new SqliteLedger(database), Transactions, _day);
    }

    /// <summary>Kills servers until everything is settled.</summary>
    /// <returns>How many entries were settled each time.</returns>
    private async Task<IReadOnlyList<long>> KillWhileSettlingAsync()
    {
        using var progress = new SettlementProgress(_data.Path);
        var killed = new List<long> { await KillWhileAskedAsync(progress) };
        while (killed[^1] < Transactions)
        {
            using var server = killed[^1] == 0 ? await AskedAsync() : ServerProcess.Launch(_data.Path);
            await progress.WhenSettledAsync(Math.Min(killed[^1] + 1 + _random.Next(Transactions / KillsWhileSettling / 2), Transactions));
            await Task.Delay(_random.Next(4));
            server.Kill();
            killed.Add(progress.Settled);
        }

        return killed;
    }

    /// <summary>Kills a server that is about to start the settlement.</summary>
    private async Task<long> KillWhileAskedAsync(SettlementProgress progress)
    {
        using var server = await ServerProcess.StartAsync(_data.Path);
        var asking = RunAsync(server);
        await Task.Delay(_random.Next(60));
        server.Kill();
        try
        {
            await asking;
        }
        catch (HttpRequestException)
        {
            // Killed before it could answer: the next one is asked again, under the same key.
            return progress.Settled;
        }

        return progress.Settled;
    }

    private async Task<ServerProcess> AskedAsync()
    {
        var server = await ServerProcess.StartAsync(_data.Path);
        await RunAsync(server);
        return server;
    }

    private async Task KillWhileReportingAsync()
    {
        for (var kill = 0; kill < KillsAfterwards; kill++)
        {
            using var server = ServerProcess.Launch(_data.Path);
            await Task.Delay(_random.Next(150, 400));
            server.Kill();
        }
    }

    /// <summary>Lets the settlement end, and makes that of the next day.</summary>
    private async Task<(JsonObject Report, JsonObject Next)> FinishAsync()
    {
        using var server = await ServerProcess.StartAsync(_data.Path);
        var firing = await RunAsync(server);
        using var rest = new RestClient(server.Endpoint);
        var firings = (await rest.GetAsync("schedules/nightly-settlement/firings")).OrThrow();
        Assert.Single((JsonArray)firings.Body["items"]!);
        var execution = await server.Client.DescribeWhenEndedAsync(firing.Text("executionArn"));
        Assert.Equal("SUCCEEDED", execution.Status);
        var task = (await rest.GetAsync($"tasks/{firing.Text("taskId")}")).OrThrow();
        Assert.Equal(("batch", "Succeeded"), (task.Text("kind"), task.Text("status")));
        Assert.Equal(Json.Parse(execution.Output!), task.Body["result"]);

        var machines = await server.Client.ListStateMachinesAsync();
        var next = await server.Client.DescribeWhenEndedAsync(await server.Client.StartExecutionAsync(machines["SettlementBatch"], "next-day", InputOf(_day.AddDays(1)).ToString()));
        Assert.Equal("SUCCEEDED", next.Status);
        Assert.Equal(0, await server.EndAsync());
        return ((JsonObject)Json.Parse(execution.Output!), (JsonObject)Json.Parse(next.Output!));
    }

    private static JsonObject InputOf(DateTimeOffset day) => JsonObject.Of(("date", Json.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    private static async Task<RestAnswer> RunAsync(ServerProcess server)
    {
        using var rest = new RestClient(server.Endpoint);
        return (await rest.PostAsync("schedules/nightly-settlement/run", "the-day")).OrThrow();
    }

    private static string[] PathsOf(JsonObject report) =>
        [((JsonString)((JsonObject)report["report"]!)["csv"]!).Value, ((JsonString)((JsonObject)report["report"]!)["json"]!).Value];

    private static List<string> TotalsOf(IEnumerable<string[]> lines) =>
    [
        .. lines.GroupBy(line => line[8]).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group =>
        {
            var purchases = group.Where(line => line[2] == "Charge").Select(AmountOf).ToList();
            var refunds = group.Where(line => line[2] == "Refund").Select(AmountOf).ToList();
            return new[]
            {
                Inv($"{group.Key} Purchases {purchases.Count} {purchases.Sum()}"),
                Inv($"{group.Key} Refunds {refunds.Count} {refunds.Sum()}"),
                Inv($"{group.Key} Net {purchases.Count + refunds.Count} {purchases.Sum() - refunds.Sum()}"),
            };
        }),
    ];

    private static decimal AmountOf(string[] line) => decimal.Parse(line[7], CultureInfo.InvariantCulture);

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
