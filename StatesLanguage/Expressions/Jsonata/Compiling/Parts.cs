using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;

/// <summary>The parts that a part of an expression is made of.</summary>
internal static class Parts
{
    /// <summary>The parts that are evaluated in the frame of the whole: not those of steps that bind variables, which have frames of their own.</summary>
    public static IEnumerable<Node> InSameFrame(Node node)
    {
        var followers = (node.Predicates ?? []).Select(stage => stage.Predicate)
            .Concat(node is Node.Path path && path.Steps.Exists(step => step.IsTuple) ? [] : Members(node.Group?.Members));
        return Own(node).Concat(followers).OfType<Node>();
    }

    private static IEnumerable<Node?> Own(Node node) => node switch
    {
        Node.Binary binary => [binary.Left, binary.Right],
        Node.Negation negation => [negation.Operand],
        Node.List list => list.Items,
        Node.Object @object => Members(@object.Members),
        Node.Path path => path.Steps.TakeWhile(step => !step.IsTuple).SelectMany(StepAndStages),
        Node.Sort sort => sort.Terms.Select(term => term.Expression),
        Node.Call call => [call.Procedure, .. call.Arguments],
        Node.Condition { IsFallback: true } fallback => [fallback.Then, fallback.Otherwise],
        Node.Condition condition => [condition.Test, condition.Then, condition.Otherwise],
        Node.Bind bind => [bind.Value],
        Node.Apply apply => [apply.Left, apply.Right],
        Node.Transform transform => [transform.Pattern, transform.Update, transform.Delete],
        _ => [],
    };

    private static IEnumerable<Node?> StepAndStages(Node step) => [step, .. (step.Stages ?? []).Select(stage => stage.Predicate)];

    private static IEnumerable<Node?> Members(IReadOnlyList<KeyValuePair<Node, Node>>? members) =>
        (members ?? []).SelectMany(member => new Node?[] { member.Key, member.Value });
}
