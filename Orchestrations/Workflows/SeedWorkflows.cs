using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Workflows;

/// <summary>The workflows that come with the program, all of them STANDARD.</summary>
public static class SeedWorkflows
{
    /// <summary>Carries out a purchase or a refund.</summary>
    public static SeedWorkflow TransactionProcessor { get; } = Read("TransactionProcessor", "transaction-processor");

    /// <summary>Takes an order from placement to confirmation.</summary>
    public static SeedWorkflow OrderProcessing { get; } = Read("OrderProcessing", "order-processing");

    /// <summary>Has an order carried out once a human has approved it.</summary>
    public static SeedWorkflow OrderApproval { get; } = Read("OrderApproval", "order-approval");

    /// <summary>Writes a list of tasks to a file.</summary>
    public static SeedWorkflow TaskExport { get; } = Read("TaskExport", "task-export");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SeedWorkflow> All { get; } = [TransactionProcessor, OrderProcessing, OrderApproval, TaskExport];

    /// <summary>
    /// Makes sure that the catalog has each of them as it is shipped. A machine that has one of these names is updated when its definition is another:
    /// who wants to change a seed workflow gives the changed one a name of its own.
    /// </summary>
    public static async ValueTask RegisterAsync(StateMachineCatalog catalog, string roleArn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        foreach (var workflow in All)
        {
            await RegisterAsync(catalog, workflow, roleArn, cancellationToken);
        }
    }

    private static async ValueTask RegisterAsync(
        StateMachineCatalog catalog, SeedWorkflow workflow, string roleArn, CancellationToken cancellationToken)
    {
        var arn = catalog.Arns.StateMachine(workflow.Name);
        try
        {
            var kept = await catalog.DescribeAsync(arn, cancellationToken);
            if (kept.Definition != workflow.Definition)
            {
                await catalog.UpdateAsync(arn, new StateMachineChange { Definition = workflow.Definition }, cancellationToken);
            }
        }
        catch (RefusedException e) when (e.Refusal == Refusal.StateMachineDoesNotExist)
        {
            await catalog.CreateAsync(
                new StateMachineDraft { Name = workflow.Name, Definition = workflow.Definition, RoleArn = roleArn }, cancellationToken);
        }
    }

    private static SeedWorkflow Read(string name, string file)
    {
        var resource = $"{typeof(SeedWorkflows).Namespace}.{file}.asl.json";
        using var stream = typeof(SeedWorkflows).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its resource '{resource}'.");
        using var reader = new StreamReader(stream);
        return new SeedWorkflow(name, reader.ReadToEnd());
    }
}
