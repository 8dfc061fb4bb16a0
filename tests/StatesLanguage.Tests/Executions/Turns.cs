using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>Answers task after task with one of these, the last one over and over.</summary>
internal sealed class Turns(params Answer[] answers)
{
    private int turn;

    public Answer Next(TaskRequest request) => answers[Math.Min(turn++, answers.Length - 1)];
}
