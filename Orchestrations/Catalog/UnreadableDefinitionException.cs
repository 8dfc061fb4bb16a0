namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A stored definition is not valid by the rules of this release: an earlier one took it, or someone changed the file.</summary>
public sealed class UnreadableDefinitionException(StateMachineRecord machine)
    : Exception($"expected a valid definition of {machine?.Arn} at revision {machine?.Revision}, found one with errors");
