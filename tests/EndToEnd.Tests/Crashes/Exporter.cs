using System.Collections.Concurrent;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>Has all tasks exported, once of each server if that lives long enough.</summary>
/// <param name="acknowledged">The requests that were acknowledged, by their ids.</param>
public sealed class Exporter(ConcurrentDictionary<string, string> acknowledged)
{
    private readonly List<(string Export, string[] Tasks)> _exports = [];
    private string[]? _known;

    /// <summary>The exports that were acknowledged.</summary>
    public IEnumerable<string> Exports => _exports.Select(export => export.Export);

    /// <summary>Has an export made of a server that is going to be killed.</summary>
    /// <param name="server">The server.</param>
    /// <param name="tasks">The tasks that there are already.</param>
    public async Task GoOnAsync(ServerProcess server, string[] tasks)
    {
        using var rest = new RestClient(server.Endpoint);
        try
        {
            await AskAsync(rest, tasks);
        }
        catch (HttpRequestException)
        {
            // Killed. The next one is asked under the same key, whether this one has taken it down or not.
            return;
        }
    }

    /// <summary>Has an export made: the one that was not acknowledged, if there is one.</summary>
    public async Task AskAsync(RestClient rest, string[] tasks)
    {
        var known = _known ??= tasks;
        var answer = (await rest.PostAsync("exports", $"export-{_exports.Count}", """{ "format": "jsonl" }""")).OrThrow();
        acknowledged[answer.RequestId] = "export";
        _exports.Add((answer.Text("id"), known));
        _known = null;
    }

    /// <summary>Each export has ended well, and its file has each task that there was before it was asked for, once.</summary>
    public async Task CheckAsync(RestClient rest)
    {
        foreach (var (export, tasks) in _exports)
        {
            Assert.Equal("Succeeded", (await rest.GetAsync($"exports/{export}")).OrThrow().Text("status"));
            var file = Encoding.UTF8.GetString((await rest.GetAsync($"exports/{export}/content")).OrThrow().Content);
            var exported = file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ((JsonString)((JsonObject)Json.Parse(line))["taskId"]!).Value).ToList();
            Assert.Equal(exported.Distinct(), exported);
            Assert.Empty(tasks.Except(exported));
        }
    }
}
