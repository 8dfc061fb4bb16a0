using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Collects what is wrong with one definition. There is an end to it: a text made to be wrong everywhere costs no more than a long one.</summary>
internal sealed class ProblemList
{
    private const int Most = 1_000;
    private const int MostCharacters = 1_000_000;

    private readonly List<Problem> problems = [];
    private int characters;

    public IReadOnlyList<Problem> Found => problems;

    public bool HasErrors { get; private set; }

    /// <summary>Whether further problems are no longer listed.</summary>
    public bool IsFull => problems.Count > Most || characters > MostCharacters;

    public void Add(string code, string message, Place place) => Add(ProblemSeverity.Error, code, message, place);

    /// <summary>Adds a problem with a value, which is shown beside the message.</summary>
    public void Add(string code, string message, Place place, Json found) => Add(ProblemSeverity.Error, code, message, place, Mismatch.Show(found));

    /// <summary>Adds a problem with a part of a JSONata expression.</summary>
    public void Add(string code, string message, Place place, int offset) => Add(ProblemSeverity.Error, code, message, place, offset: offset);

    /// <summary>Adds a problem with the text as such, which has no place in a structure.</summary>
    public void Add(string code, string message, string pointer = "")
    {
        HasErrors = true;
        List(new Problem(ProblemSeverity.Error, code, message, pointer));
    }

    public void Warn(string code, string message, Place place) => Add(ProblemSeverity.Warning, code, message, place);

    private void Add(ProblemSeverity severity, string code, string message, Place place, string? found = null, int? offset = null)
    {
        HasErrors |= severity == ProblemSeverity.Error;
        if (!IsFull)
        {
            List(new Problem(severity, code, message, place.ToString()) { Found = found, OffsetInExpression = offset });
        }
    }

    private void List(Problem problem)
    {
        if (IsFull)
        {
            return;
        }

        problems.Add(problem);
        characters += problem.Message.Length + problem.Pointer.Length;
        if (IsFull)
        {
            problems.Add(new Problem(ProblemSeverity.Warning, ProblemCode.Schema, $"There are more problems than the {problems.Count} listed", ""));
        }
    }
}
