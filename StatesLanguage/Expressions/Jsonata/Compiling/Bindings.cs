using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;

/// <summary>Which variables a part of an expression binds in the frame that it is evaluated in.</summary>
internal static class Bindings
{
    /// <summary>The variables that these parts assign, but for those assigned in a block or function of their own.</summary>
    public static IEnumerable<string> AssignedIn(IEnumerable<Node> nodes)
    {
        var names = new List<string>();
        foreach (var node in nodes)
        {
            AddAssigned(names, node);
        }

        return names;
    }

    /// <summary>The variables that the steps of a path bind, with those of the paths within it that hand theirs over.</summary>
    public static IEnumerable<string> LabelsOf(Node.Path path)
    {
        foreach (var step in path.Steps)
        {
            string?[] own = [step.Focus, step.Index, step.Ancestor?.Label, .. step.Stages?.Select(stage => stage.IndexVariable) ?? []];
            foreach (var label in own.OfType<string>())
            {
                yield return label;
            }

            foreach (var label in LabelsHandedOverBy(step))
            {
                yield return label;
            }
        }
    }

    /// <summary>The variables that a part binds in the results that it hands over, because a later <c>%</c> asks for one of them.</summary>
    public static IEnumerable<string> LabelsHandedOverBy(Node node) => InnerPath(node) is { } inner ? LabelsOf(inner) : [];

    private static Node.Path? InnerPath(Node step) => step switch
    {
        Node.Block { IsTuple: true, Expressions: [.., var last] } => last as Node.Path ?? InnerPath(last),
        Node.Path { IsTuple: true } path => path,
        _ => null,
    };

    private static void AddAssigned(List<string> names, Node? node)
    {
        switch (node)
        {
            case null or Node.Block or Node.Lambda:
                return;
            case Node.Bind bind:
                names.Add(bind.Target);
                break;
        }

        foreach (var part in Parts.InSameFrame(node))
        {
            AddAssigned(names, part);
        }
    }
}
