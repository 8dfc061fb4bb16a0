namespace TaskOrchestration.Api.Rest;

/// <summary>A request is turned down, with the problem that its answer describes (RFC 9457).</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">What kind of problem, in lower-case words joined by hyphens; the last part of the problem's type.</param>
/// <param name="detail">What was expected and what was found.</param>
/// <param name="errors">The fields that are wrong, if fields are.</param>
public sealed class ProblemException(int status, string code, string detail, params IReadOnlyList<FieldProblem> errors) : Exception(detail)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>What kind of problem.</summary>
    public string Code => code;

    /// <summary>The fields that are wrong.</summary>
    public IReadOnlyList<FieldProblem> Errors => errors;
}
