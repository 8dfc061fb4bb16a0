namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Succeed state runs.</summary>
internal static class SucceedStep
{
    public static void Enter(Execution execution, Strand strand)
    {
        if (DataFlow.TryInput(execution, strand, out var input, out var failure))
        {
            Leaving.WithInput(execution, strand, input, Handover.Of(strand.State), next: null);
        }
        else
        {
            Failing.Explained(execution, strand, failure);
        }
    }
}
