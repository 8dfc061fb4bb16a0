namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>What executions are to have in their data, made ready once for all that are looked at.</summary>
internal sealed class SoughtTexts(ExecutionCriteria criteria)
{
    private readonly SoughtText[] _text = Of(criteria.Text);
    private readonly SoughtText[] _anywhere = Of(criteria.Anywhere);

    /// <summary>What the input or the output of an execution must have; nothing if its name has told enough.</summary>
    public IReadOnlyList<SoughtText> InDataOf(ExecutionSummary execution) => IsNamed(execution) ? _text : [.. _text, .. _anywhere];

    private bool IsNamed(ExecutionSummary execution) =>
        criteria.Anywhere is null || execution.Name.Contains(criteria.Anywhere, StringComparison.OrdinalIgnoreCase);

    private static SoughtText[] Of(string? text) => text is null ? [] : [new SoughtText(text)];
}
