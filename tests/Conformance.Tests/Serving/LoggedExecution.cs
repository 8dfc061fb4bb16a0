using Microsoft.Extensions.Logging.Abstractions;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Logs;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>What the product's own execution logs hold of an execution that has run in virtual time.</summary>
internal static class LoggedExecution
{
    /// <summary>The records, in order.</summary>
    /// <param name="definition">The machine's definition.</param>
    /// <param name="configuration">What the machine logs.</param>
    /// <param name="start">What the execution was born with.</param>
    /// <param name="outcome">What became of it.</param>
    public static async Task<JsonArray> RecordsAsync(string definition, Json configuration, ExecutionStart start, VirtualOutcome outcome)
    {
        var catalog = new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme("us-east-1", Births.Account), TimeProvider.System);
        await catalog.CreateAsync(new StateMachineDraft
        {
            Name = start.StateMachineName,
            Definition = definition,
            RoleArn = start.RoleArn,
            LoggingConfiguration = configuration,
        });
        var blobs = new InMemoryBlobStore(TimeProvider.System);
        await using (var logs = new ExecutionLogs(
            Task.FromResult<StateMachineCatalog?>(catalog), blobs, new ExecutionLogOptions(), TimeProvider.System, NullLogger<ExecutionLogs>.Instance))
        {
            logs.Observe(new ExecutionObservation
            {
                Start = start,
                Type = StateMachineType.Standard,
                StartedAt = outcome.History[0].Timestamp,
                At = outcome.History[^1].Timestamp,
                Status = outcome.Status,
                Events = outcome.History,
            });
        }

        return JsonArray.Of(await ReadAsync(blobs));
    }

    private static async Task<List<Json>> ReadAsync(InMemoryBlobStore blobs)
    {
        var records = new List<Json>();
        foreach (var version in await blobs.ListAsync("logs"))
        {
            await using var content = (await blobs.OpenAsync(version.Path))!;
            using var reader = new StreamReader(content.Stream);
            while (await reader.ReadLineAsync() is { } line)
            {
                records.Add(Json.Parse(line));
            }
        }

        return records;
    }
}
