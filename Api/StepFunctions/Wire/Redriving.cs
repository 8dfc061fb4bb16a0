using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Whether an execution could be redriven by AWS's rules.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">Redriving executions</seealso>
internal static class Redriving
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(14);

    /// <summary>Why it could not, or null if it could.</summary>
    public static string? WhyNot(ExecutionSummary execution, DateTimeOffset now)
    {
        if (execution.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
        {
            return $"Execution is {execution.Status.InWordsOfAws()} and cannot be redriven";
        }

        return execution.StopDate + Period < now ? "Execution redrivable period exceeded" : null;
    }
}
