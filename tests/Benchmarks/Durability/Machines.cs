using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>Creates the machines to measure.</summary>
internal static class Machines
{
    public static async Task<string> CreateAsync(EmbeddedEngine engine, string name, string definition, StateMachineType type = StateMachineType.Standard)
    {
        var draft = new StateMachineDraft { Name = name, Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/bench", Type = type };
        return (await engine.Catalog.CreateAsync(draft)).Arn;
    }
}
