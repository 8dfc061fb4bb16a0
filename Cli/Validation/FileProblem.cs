using TaskOrchestration.StatesLanguage.Parsing;

namespace TaskOrchestration.Cli.Validation;

/// <summary>A problem of a definition and the place in the file where its author finds it.</summary>
public sealed record FileProblem(string File, SourcePosition Position, Problem Problem)
{
    /// <summary>One line in the form that editors and compilers share: <c>file:line:column: error CODE: message (at pointer)</c>.</summary>
    public override string ToString()
    {
        var severity = Problem.Severity == ProblemSeverity.Error ? "error" : "warning";
        // Where the text is no JSON there is no pointer, and the problem quotes the text instead, which the reader has before him.
        var place = Problem.Pointer.StartsWith('/') ? $" (at {Problem.Pointer})" : "";
        var message = Problem.Message.Split("\n at [Source: ")[0] + (Problem.Found is { } found ? $", found {found}" : "");
        return $"{File}:{Position.Line}:{Position.Column}: {severity} {Problem.Code}: {message}{place}";
    }
}
