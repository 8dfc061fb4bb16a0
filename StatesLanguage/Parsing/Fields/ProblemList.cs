namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Collects what is wrong with one definition.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Found => problems;

    public bool HasErrors { get; private set; }

    public void Add(string code, string message, string pointer)
    {
        HasErrors = true;
        problems.Add(new Problem(ProblemSeverity.Error, code, message, pointer));
    }

    public void Warn(string code, string message, string pointer) =>
        problems.Add(new Problem(ProblemSeverity.Warning, code, message, pointer));
}
