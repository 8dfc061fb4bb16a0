using TaskOrchestration.StatesLanguage.Parsing;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>All that is wrong with a definition, in one line.</summary>
internal static class Complaint
{
    public static string About(IEnumerable<Problem> problems) =>
        string.Join(", ", problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Complaint));
}
