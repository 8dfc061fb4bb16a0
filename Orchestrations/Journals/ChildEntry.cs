namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>What the index knows of an execution that is the child of a Map Run.</summary>
/// <param name="MapRunArn">The Map Run.</param>
/// <param name="StateName">The Map state whose ItemProcessor it runs, in the machine of which <see cref="ExecutionEntry.Revision"/> is a revision.</param>
/// <param name="ItemCount">How many items it has.</param>
public sealed record ChildEntry(string MapRunArn, string StateName, int ItemCount);
