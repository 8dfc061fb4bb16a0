using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>
/// Submits purchases and orders one after the other, and attaches a file to each task. What a killed server has not acknowledged it asks the next one for
/// again, under the same key.
/// </summary>
/// <param name="number">Which customer. No two things that customers buy cost the same.</param>
/// <param name="acknowledged">The requests that were acknowledged, by their ids.</param>
public sealed class Customer(int number, ConcurrentDictionary<string, string> acknowledged)
{
    private const int Kinds = 4;

    private readonly List<(string Task, string Name, string Sha256)> _files = [];
    private readonly Dictionary<string, string> _titles = [];
    private readonly List<string> _tasks = [];
    private int _next;

    /// <summary>The task of each submission that was acknowledged.</summary>
    public IReadOnlyList<string> Tasks => _tasks;

    /// <summary>The files whose writing was acknowledged.</summary>
    public IReadOnlyList<(string Task, string Name, string Sha256)> Files => _files;

    /// <summary>The titles that were acknowledged last, by their tasks.</summary>
    public IReadOnlyDictionary<string, string> Titles => _titles;

    /// <summary>What the submissions that were acknowledged cost, in minor units.</summary>
    public IEnumerable<long> Costs => _tasks.Select((_, index) => CostOf(index));

    /// <summary>How many of the tasks are orders.</summary>
    public int Orders => _tasks.Where((_, index) => IsOrder(index)).Count();

    /// <summary>Goes on until the server is killed.</summary>
    /// <param name="server">The server.</param>
    /// <param name="acknowledgements">Counts what the server acknowledges.</param>
    public async Task GoOnAsync(ServerProcess server, SemaphoreSlim acknowledgements)
    {
        using var rest = new RestClient(server.Endpoint);
        try
        {
            while (true)
            {
                await CarryOutAsync(rest, acknowledgements);
            }
        }
        catch (HttpRequestException)
        {
            // Killed. Whether it did what it was asked for last is for the next one to find out.
            return;
        }
    }

    /// <summary>Carries out the submission that is under way.</summary>
    public async Task CarryOutAsync(RestClient rest, SemaphoreSlim acknowledgements)
    {
        var task = await SubmitAsync(rest, _next);
        acknowledgements.Release();
        if (_tasks.Count == _next)
        {
            _tasks.Add(task);
        }

        Assert.Equal(_tasks[_next], task);
        await AttachAsync(rest, task);
        acknowledgements.Release();
        await RenameAsync(rest, task);
        acknowledgements.Release();
        if (NeedsApproval(_next))
        {
            await ApproveAsync(rest, task);
            acknowledgements.Release();
        }

        Assert.Equal(task, await SubmitAsync(rest, _next));
        _next++;
    }

    /// <summary>Submits one again.</summary>
    /// <returns>Its task.</returns>
    public async Task<string> SubmitAsync(RestClient rest, int index)
    {
        var answer = await rest.PostAsync(IsOrder(index) ? "orders" : "purchases", $"customer-{number}-{index}", BodyOf(index));
        return Acknowledged(answer.OrThrow(), $"submission {index}").Text("id");
    }

    private async Task AttachAsync(RestClient rest, string task)
    {
        var file = RandomNumberGenerator.GetBytes(RandomNumberGenerator.GetInt32(1, 200_000));
        var name = $"file-{_files.Count}";
        Acknowledged((await rest.PutAsync($"tasks/{task}/attachments/{name}", file)).OrThrow(), name);
        _files.Add((task, name, Convert.ToHexStringLower(SHA256.HashData(file))));
    }

    /// <summary>Until it succeeds: the task is changed by its workflow meanwhile.</summary>
    private async Task RenameAsync(RestClient rest, string task)
    {
        var title = $"title {Guid.NewGuid()}";
        RestAnswer answer;
        do
        {
            var version = (await rest.GetAsync($"tasks/{task}")).OrThrow().ETag!;
            answer = await rest.PatchAsync($"tasks/{task}", version, $$"""{ "title": "{{title}}" }""");
        }
        while (answer.Status == HttpStatusCode.PreconditionFailed);

        Acknowledged(answer.OrThrow(), "title");
        _titles[task] = title;
    }

    private async Task ApproveAsync(RestClient rest, string task)
    {
        while (!await HasWaitedAsync(rest, task))
        {
            await Task.Delay(5);
        }

        Acknowledged((await rest.PostAsync($"tasks/{task}/approve", $"approval-{task}")).OrThrow(), "approval");
    }

    private static async Task<bool> HasWaitedAsync(RestClient rest, string task) =>
        ((JsonArray)(await rest.GetAsync($"tasks/{task}")).OrThrow().Body["history"]!).Cast<JsonObject>().Any(change => change["status"] is JsonString { Value: "Waiting" });

    private RestAnswer Acknowledged(RestAnswer answer, string what)
    {
        acknowledged[answer.RequestId] = what;
        return answer;
    }

    private static bool IsOrder(int index) => index % Kinds is 1 or 3;

    private static bool NeedsApproval(int index) => index % Kinds == 3;

    private long CostOf(int index) => (NeedsApproval(index) ? 200_000 : 1_000) + (number * 10_000) + index;

    private string BodyOf(int index)
    {
        var cost = (CostOf(index) / 100m).ToString("F2", CultureInfo.InvariantCulture);
        return IsOrder(index)
            ? OrderBody.Of(cost)
            : $$"""{ "accountId": "customer-{{number}}", "amount": {{cost}}, "currency": "EUR", "paymentMethod": "card" }""";
    }
}
