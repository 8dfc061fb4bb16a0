using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>A fact that may not have been taken down yet.</summary>
/// <param name="fact">The fact.</param>
/// <param name="before">The digest over all facts before it.</param>
/// <param name="progress">What it meant for attempts at tasks.</param>
internal sealed class UnrecordedFact(Fact fact, string before, IReadOnlyList<TaskProgress> progress)
{
    public Fact Fact { get; } = fact;

    public string Before { get; } = before;

    public IReadOnlyList<TaskProgress> Progress { get; } = progress;

    /// <summary>How long it is as JSON.</summary>
    public int Length { get; } = FactCodec.ToJson(fact).Utf8Length;

    /// <summary>Whether an activity is on its way with it.</summary>
    public bool IsSent { get; set; }

    /// <summary>Whether such an activity has answered.</summary>
    public bool IsRecorded { get; set; }
}
