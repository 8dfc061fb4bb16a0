using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.EndToEnd.Tests.Clients;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;
using Xunit.Abstractions;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class TaskCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Customers = 4;
    private const int AcknowledgementsBetweenKills = 40;
    private const long CostOfWaiting = 999_999;

    private static readonly int Kills = Thoroughness.Cases(25);

    private readonly TemporaryFolder _data = new();
    private readonly Random _random = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_acknowledged_over_REST_is_there_once_and_whole_however_often_the_server_is_killed()
    {
        Customer[] customers = [.. Enumerable.Range(0, Customers).Select(number => new Customer(number, _acknowledged))];
        var exporter = new Exporter(_acknowledged);
        var waiting = await WaitingOrderAsync();
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(customers, exporter, whileStarting: kill % 5 == 4);
            if (kill % 4 == 3)
            {
                await CheckAuditAsync();
            }
        }

        using (var server = await ServerProcess.StartAsync(_data.Path))
        {
            using var rest = new RestClient(server.Endpoint);
            using var acknowledgements = new SemaphoreSlim(0);
            await Task.WhenAll(customers.Select(customer => customer.CarryOutAsync(rest, acknowledgements)));
            await exporter.AskAsync(rest, [.. customers.SelectMany(customer => customer.Tasks)]);
            await CheckApprovalAsync(rest, waiting);
            string[] tasks = [waiting, .. exporter.Exports, .. customers.SelectMany(customer => customer.Tasks)];
            await CheckTasksAsync(server, rest, tasks);
            await exporter.CheckAsync(rest);
            foreach (var customer in customers)
            {
                await CheckAgainAsync(rest, customer);
                await CheckFilesAsync(rest, customer);
            }

            output.WriteLine(
                $"{Kills} kills, {tasks.Length} tasks, {customers.Sum(customer => customer.Orders) + 1} of them orders and {exporter.Exports.Count()} exports, "
                + $"{customers.Sum(customer => customer.Files.Count)} attachments, {_acknowledged.Count} acknowledged changes");
            Assert.Equal(0, await server.EndAsync());
        }

        await CheckBooksAsync(customers);
        await CheckAuditAsync();
    }

    /// <summary>An order that is left to wait for its approval.</summary>
    private async Task<string> WaitingOrderAsync()
    {
        using var server = await ServerProcess.StartAsync(_data.Path);
        using var rest = new RestClient(server.Endpoint);
        var answer = (await rest.PostAsync("orders", "waiting", OrderBody.Of("9999.99"))).OrThrow();
        _acknowledged[answer.RequestId] = "the order that waits";
        server.Kill();
        return answer.Text("id");
    }

    private async Task KillAsync(Customer[] customers, Exporter exporter, bool whileStarting)
    {
        if (whileStarting)
        {
            using var starting = ServerProcess.Launch(_data.Path);
            await Task.Delay(_random.Next(300));
            starting.Kill();
            return;
        }

        using var server = await ServerProcess.StartAsync(_data.Path);
        using var acknowledgements = new SemaphoreSlim(0);
        string[] tasks = [.. customers.SelectMany(customer => customer.Tasks)];
        List<Task> going = [exporter.GoOnAsync(server, tasks), .. customers.Select(customer => customer.GoOnAsync(server, acknowledgements))];
        for (var wanted = _random.Next(AcknowledgementsBetweenKills); wanted > 0; wanted--)
        {
            Assert.True(await acknowledgements.WaitAsync(TimeSpan.FromMinutes(2)) || await ComplaintAsync(going));
        }

        await Task.Delay(_random.Next(30));
        server.Kill();
        await Task.WhenAll(going);
    }

    /// <summary>Says what was wrong with an answer, if that is why customers do not go on.</summary>
    private static async Task<bool> ComplaintAsync(IEnumerable<Task> going)
    {
        await Task.WhenAll(going.Where(customer => customer.IsFaulted));
        return false;
    }

    private async Task CheckApprovalAsync(RestClient rest, string waiting)
    {
        Assert.Equal("Waiting", (await rest.GetAsync($"tasks/{waiting}")).OrThrow().Text("status"));
        var approval = (await rest.PostAsync($"tasks/{waiting}/approve", "approval")).OrThrow();
        _acknowledged[approval.RequestId] = "the approval";
        var ended = await EndedAsync(rest, waiting);
        var order = (await rest.GetAsync($"orders/{ended.Text("subjectId")}")).OrThrow();
        Assert.Equal("Confirmed", order.Text("status"));
        var confirmation = (await rest.GetAsync($"tasks/{waiting}/attachments/confirmation.html")).OrThrow();
        Assert.Contains(ended.Text("subjectId"), Encoding.UTF8.GetString(confirmation.Content), StringComparison.Ordinal);
        Assert.Single((JsonArray)(await rest.GetAsync($"tasks/{waiting}/attachments/confirmation.html/versions")).OrThrow().Body["items"]!);
    }

    /// <summary>There are these tasks and no others, and each has ended well, as its execution has.</summary>
    private static async Task CheckTasksAsync(ServerProcess server, RestClient rest, string[] tasks)
    {
        foreach (var id in tasks)
        {
            var task = await EndedAsync(rest, id);
            Assert.Equal("Succeeded", task.Text("status"));
            var execution = await server.Client.DescribeExecutionAsync(task.Text("executionArn"));
            Assert.Equal((id, "SUCCEEDED"), (execution.Name, execution.Status));
            Assert.Equal(Json.Parse(execution.Output!), task.Body["result"]);
        }

        var listed = new List<string>();
        for (var path = "tasks?limit=100"; path is not null;)
        {
            var page = (await rest.GetAsync(path)).OrThrow();
            listed.AddRange(((JsonArray)page.Body["items"]!).Cast<JsonObject>().Select(task => ((JsonString)task["id"]!).Value));
            path = page.Body["next"] is JsonString next ? $"tasks?limit=100&cursor={Uri.EscapeDataString(next.Value)}" : null;
        }

        Assert.Equal(tasks.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    /// <summary>Each submission, made again under its key, is answered with the task it has made, which has the title it was given.</summary>
    private static async Task CheckAgainAsync(RestClient rest, Customer customer)
    {
        foreach (var (index, task) in customer.Tasks.Index())
        {
            Assert.Equal(task, await customer.SubmitAsync(rest, index));
        }

        foreach (var (task, title) in customer.Titles)
        {
            Assert.Equal(title, (await rest.GetAsync($"tasks/{task}")).OrThrow().Text("title"));
        }
    }

    private static async Task CheckFilesAsync(RestClient rest, Customer customer)
    {
        foreach (var (task, name, sha256) in customer.Files)
        {
            var file = (await rest.GetAsync($"tasks/{task}/attachments/{name}")).OrThrow();
            Assert.Equal((sha256, $"\"{sha256}\""), (Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.ETag));
        }
    }

    /// <summary>Everything was paid once and every order shipped once, and no file lies there that nobody knows.</summary>
    private async Task CheckBooksAsync(Customer[] customers)
    {
        using var books = new Books(_data.Path);
        Assert.Equal(customers.SelectMany(customer => customer.Costs).Append(CostOfWaiting).Order(), await books.ChargesAsync());
        Assert.Equal(customers.Sum(customer => customer.Orders) + 1, await books.ShipmentsAsync());
        var files = Directory.EnumerateFiles(Path.Combine(_data.Path, "blobs"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file));
        Assert.Equal(await books.BlobFilesAsync(), files.Order(StringComparer.Ordinal));
    }

    private async Task CheckAuditAsync()
    {
        Assert.StartsWith("good records", (await AuditAsync("--verify")).OutputOrThrow(), StringComparison.Ordinal);
        var records = (await AuditAsync("--json", "--limit", "1000000")).OutputOrThrow().Split('\n').Select(line => (JsonObject)Json.Parse(line));
        var carriedOut = records.Where(record => record["outcome"] is JsonString { Value: "ok" }).Select(record => ((JsonString)record["requestId"]!).Value).ToHashSet();
        Assert.DoesNotContain(_acknowledged, request => !carriedOut.Contains(request.Key));
    }

    private Task<ToolOutcome> AuditAsync(params string[] options) =>
        new Tool("dotnet").RunAsync([Repository.PathOf("artifacts", "taskorch", "taskorch.dll"), "audit", "--data", _data.Path, .. options]);

    private static async Task<RestAnswer> EndedAsync(RestClient rest, string task)
    {
        var answer = (await rest.GetAsync($"tasks/{task}")).OrThrow();
        for (var looks = 0; looks < 10_000 && answer.Text("status") is "Pending" or "Running" or "Waiting"; looks++)
        {
            await Task.Delay(10);
            answer = (await rest.GetAsync($"tasks/{task}")).OrThrow();
        }

        return answer;
    }
}
