using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Workflows;

namespace TaskOrchestration.Cli.Serving;

/// <summary>Registers the workflows that come with the product.</summary>
public static class SeedRegistration
{
    private const string Role = "arn:aws:iam::123456789012:role/taskorch";

    /// <summary>Creates those that are not there. One that its owner has changed stays as it is.</summary>
    public static async Task RegisterAsync(StateMachineCatalog catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        foreach (var workflow in SeedWorkflows.All)
        {
            try
            {
                var draft = new StateMachineDraft { Name = workflow.Name, Type = workflow.Type, Definition = workflow.Definition, RoleArn = Role };
                await catalog.CreateAsync(draft, cancellationToken);
            }
            catch (RefusedException e) when (e.Refusal == Refusal.StateMachineAlreadyExists)
            {
                // Its owner has changed it.
                continue;
            }
        }
    }
}
