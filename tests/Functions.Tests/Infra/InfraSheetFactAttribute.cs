namespace TaskOrchestration.Functions.Tests.Infra;

/// <summary>A fact that is skipped, with the reason, where there is no sheet.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InfraSheetFactAttribute : FactAttribute
{
    /// <summary>Finds out.</summary>
    public InfraSheetFactAttribute() => Skip = InfraSheet.Text is null ? "shared/azure-infra.md is not beside the repository, so nothing is compared with it" : null;
}
