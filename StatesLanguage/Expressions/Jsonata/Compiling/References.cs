using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;

/// <summary>Collects what an expression uses from outside.</summary>
internal sealed class References
{
    private readonly List<JsonataReference> all = [];
    private bool isSilent;

    /// <summary>The plain fields of a path behind its first step.</summary>
    public static IReadOnlyList<string> PlainFields(Node.Path path)
    {
        var fields = new List<string>();
        for (var i = 1; i < path.Steps.Count && IsPlain(path.Steps[i - 1]) && path.Steps[i] is Node.Name name; i++)
        {
            fields.Add(name.Text);
        }

        return fields;
    }

    /// <summary>Notes a reference.</summary>
    public void Add(JsonataReferenceKind kind, string name, IReadOnlyList<string> path, int position)
    {
        if (!isSilent)
        {
            all.Add(new JsonataReference(kind, name, path, position));
        }
    }

    /// <summary>Compiles something again whose references are noted already.</summary>
    public T Silently<T>(Func<T> compile)
    {
        isSilent = true;
        var result = compile();
        isSilent = false;
        return result;
    }

    /// <summary>All, in the order of the text.</summary>
    public IReadOnlyList<JsonataReference> InOrder() => [.. all.OrderBy(reference => reference.Position)];

    private static bool IsPlain(Node step) => step is { Stages: null, Predicates: null, Group: null, Focus: null, Index: null };
}
