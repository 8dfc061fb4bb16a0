using TaskOrchestration.Cli.Client;

namespace TaskOrchestration.Cli.Demonstration;

/// <summary>One purchase, its refund and one order, run against a server and told to a reader.</summary>
public static class Demo
{
    /// <summary>Runs them one after the other.</summary>
    /// <returns>Whether all three have succeeded.</returns>
    public static async Task<bool> RunAsync(StepFunctionsClient client, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(output);
        var machines = await client.ListStateMachinesAsync(cancellationToken);
        var allSucceeded = true;
        foreach (var scene in Scene.All(Guid.CreateVersion7().ToString("N")))
        {
            var arn = await client.StartExecutionAsync(machines[scene.Machine], scene.ExecutionName, scene.Input, cancellationToken);
            var execution = await client.DescribeWhenEndedAsync(arn, cancellationToken);
            var history = await client.HistoryAsync(arn, cancellationToken);
            await WriteAsync(output, scene, execution, Transitions(history));
            allSucceeded &= execution.Status == "SUCCEEDED";
        }

        await output.WriteLineAsync(allSucceeded ? "all three succeeded" : "not all three succeeded");
        return allSucceeded;
    }

    private static int Transitions(IEnumerable<string> history) => history.Count(type => type.EndsWith("StateEntered", StringComparison.Ordinal));

    private static async Task WriteAsync(TextWriter output, Scene scene, ExecutionView execution, int transitions)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{scene.Title}  ({scene.Machine})");
        await output.WriteLineAsync($"  status             {execution.Status}");
        await output.WriteLineAsync($"  start              {execution.StartDate:yyyy-MM-ddTHH:mm:ss.fffZ}");
        await output.WriteLineAsync($"  end                {execution.StopDate:yyyy-MM-ddTHH:mm:ss.fffZ}");
        await output.WriteLineAsync($"  duration           {(execution.StopDate - execution.StartDate)?.TotalMilliseconds:0} ms");
        await output.WriteLineAsync($"  state transitions  {transitions}");
        await output.WriteLineAsync(execution.Output is null ? $"  error              {execution.Error}: {execution.Cause}" : $"  output             {execution.Output}");
    }
}
