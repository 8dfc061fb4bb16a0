using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>Records to try stores with.</summary>
internal static class RecordSamples
{
    public static string MachineArn(string name) => new ArnScheme().StateMachine(name);

    public static ExecutionRecord Record(string machineArn, string name, string input = "{}", DateTimeOffset? startDate = null) => new()
    {
        Start = new ExecutionStart
        {
            ExecutionArn = ArnScheme.Execution(machineArn, name),
            Name = name,
            StateMachineArn = machineArn,
            StateMachineName = machineArn.Split(':')[^1],
            RoleArn = "arn:aws:iam::123456789012:role/test",
            Input = Json.Parse(input),
            Seed = new string('a', 64),
        },
        Revision = 1,
        StartDate = startDate ?? Simulation.Beginning,
    };

    /// <summary>A text that does not shrink when it is packed.</summary>
    public static string Noise(int length, int seed)
    {
#pragma warning disable CA5394 // Nothing secret.
        var bytes = new byte[length * 3 / 4];
        new Random(seed).NextBytes(bytes);
#pragma warning restore CA5394
        return Convert.ToBase64String(bytes);
    }

    /// <summary>A text of characters that have three bytes each, which hardly shrinks when it is packed.</summary>
    public static string OtherNoise(int length, int seed)
    {
        var luck = new Random(seed);
        return string.Create(length, luck, static (text, luck) =>
        {
            foreach (ref var character in text)
            {
                character = (char)luck.Next(0x0800, 0xd800);
            }
        });
    }
}
