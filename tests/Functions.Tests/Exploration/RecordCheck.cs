using Microsoft.DurableTask.Client;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Tests.Conformance;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>What must hold for the record of every execution in the end.</summary>
internal sealed class RecordCheck(Demand demand, ExecutionWorld world)
{
    /// <summary>Its record says what follows from its facts, and all its orchestrations have completed.</summary>
    /// <returns>The facts.</returns>
    public async Task<IReadOnlyList<Fact>> CheckAsync(string executionArn, StateMachine machine)
    {
        var record = await world.FindAsync(executionArn);
        var facts = await world.FactsAsync(executionArn);
        demand.That(record.Status != ExecutionStatus.Running, $"{executionArn} to have ended. {await world.ReportAsync(record.InstanceId)} Its facts: {string.Join("; ", facts)}");
        var derived = DriverOutcome.Of(machine, facts);
        demand.That(
            (derived.Status, derived.Output, derived.Failure?.Error, derived.Failure?.Cause).Equals((record.Status, record.Output, record.Failure?.Error, record.Failure?.Cause)),
            $"the record of {executionArn} to say what follows from the facts; it says {record.Status} {record.Output} {record.Failure}, from the facts follows {derived.Status} {derived.Output} {derived.Failure}");
        demand.That(derived.History.Count == record.EventCount, $"the record of {executionArn} to count {derived.History.Count} events; it counts {record.EventCount}");
        demand.That(record.Chain == FactChain.Next(FactChain.Beginning, facts), $"the digest of {executionArn} to be that of the facts");
        for (var redrives = 0; redrives <= record.RedriveCount; redrives++)
        {
            var id = InstanceIds.Of(executionArn, redrives);
            var orchestration = await world.Hub.Client.GetInstanceAsync(id);
            demand.That(orchestration?.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"the orchestration to complete. {await world.ReportAsync(id)}");
        }

        return facts;
    }
}
