using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>Gives what the parser has read its final shape: dots become paths, brackets become predicates of their step, and each <c>%</c> finds its step.</summary>
internal sealed class Shaper
{
    private readonly Ancestry ancestry = new();

    /// <summary>The expression in its final shape.</summary>
    public static Node Shape(Node raw)
    {
        var root = new Shaper().Shaped(raw);
        return root is Node.Parent || root.Seeking is not null
            ? throw new JsonataFailure("S0217") { Token = root.Type, Position = root.Position }
            : root;
    }

    private Node Shaped(Node raw)
    {
        var node = raw switch
        {
            Node.Binary binary => ShapedBinary(binary),
            Node.Grouped grouped => ShapedGroup(grouped),
            Node.Ordered ordered => ShapedOrder(ordered),
            Node.Negation negation => ShapedNegation(negation),
            Node.List list => ShapedList(list),
            Node.Object @object => ShapedObject(@object),
            Node.Call call => ShapedCall(call),
            Node.Lambda lambda => ShapedLambda(lambda),
            Node.Condition condition => ShapedCondition(condition),
            Node.Transform transform => ShapedTransform(transform),
            Node.Block block => ShapedBlock(block),
            Node.Name name => PathOf(name),
            Node.Parent parent => ancestry.NewParent(parent),
            Node.Symbol symbol => ShapedSymbol(symbol),
            _ => raw,
        };
        node.KeepsArray |= raw.KeepsArray;
        return node;
    }

    private Node ShapedBinary(Node.Binary binary) => binary.Sign switch
    {
        "." => ShapedDot(binary),
        "[" => ShapedPredicate(binary),
        ":=" => ShapedBind(binary),
        "@" => ShapedFocus(binary),
        "#" => ShapedIndex(binary),
        "~>" => ShapedApply(binary),
        _ => ShapedOperator(binary),
    };

    private Node.Path ShapedDot(Node.Binary dot)
    {
        var left = Shaped(dot.Left);
        var path = left as Node.Path ?? PathFrom(left);
        if (left is Node.Parent parent)
        {
            path.Seeking = [parent.Slot];
        }

        Append(path.Steps, Shaped(dot.Right));
        foreach (var (step, i) in path.Steps.Select((step, i) => (step, i)).ToArray())
        {
            if (step is Node.Literal literal)
            {
                path.Steps[i] = AsName(literal);
            }
        }

        path.KeepsSingletonArray |= path.Steps.Exists(step => step.KeepsArray);
        MarkConstructed(path.Steps[0]);
        MarkConstructed(path.Steps[^1]);
        ancestry.Resolve(path);
        return path;
    }

    private static Node.Path PathFrom(Node step) => new(step.Start, step.Position, [step]);

    private static void Append(List<Node> steps, Node right)
    {
        if (right is Node.Path path)
        {
            steps.AddRange(path.Steps);
            return;
        }

        if (right.Predicates is { } predicates)
        {
            right.Stages = predicates;
            right.Predicates = null;
        }

        steps.Add(right);
    }

    private static Node.Name AsName(Node.Literal literal) => literal.Value is JsonString text
        ? new Node.Name(literal.Start, literal.Position, text.Value)
        {
            KeepsArray = literal.KeepsArray,
            Stages = literal.Stages,
            Predicates = literal.Predicates,
            Group = literal.Group,
            Focus = literal.Focus,
            Index = literal.Index,
            IsTuple = literal.IsTuple,
            Seeking = literal.Seeking,
        }
        : throw new JsonataFailure("S0213") { Position = literal.Position, Value = literal.Value };

    private static void MarkConstructed(Node step)
    {
        if (step is Node.List list)
        {
            list.IsConstructed = true;
        }
    }

    private Node ShapedPredicate(Node.Binary bracket)
    {
        var result = Shaped(bracket.Left);
        var path = result as Node.Path;
        var step = path?.Steps[^1] ?? result;
        if (step.Group is not null)
        {
            throw new JsonataFailure("S0209") { Position = bracket.Position };
        }

        var predicate = Shaped(bracket.Right);
        if (predicate.Seeking is { } slots)
        {
            foreach (var slot in slots.ToArray())
            {
                if (slot.Level == 1)
                {
                    ancestry.Seek(step, slot);
                }
                else
                {
                    slot.Level--;
                }
            }

            Ancestry.Pass(predicate, step);
        }

        var stage = new Stage(predicate, IndexVariable: null, bracket.Position);
        if (path is not null)
        {
            (step.Stages ??= []).Add(stage);
        }
        else
        {
            (step.Predicates ??= []).Add(stage);
        }

        return result;
    }

    private Node.Bind ShapedBind(Node.Binary bind)
    {
        var value = Shaped(bind.Right);
        var result = new Node.Bind(bind.Start, bind.Position, ((Node.Variable)bind.Left).Text, value);
        Ancestry.Pass(value, result);
        return result;
    }

    private Node ShapedFocus(Node.Binary focus)
    {
        var result = Shaped(focus.Left);
        var step = result is Node.Path path ? path.Steps[^1] : result;
        if (step.Stages is not null || step.Predicates is not null)
        {
            throw new JsonataFailure("S0215") { Position = focus.Position };
        }

        if (step is Node.Sort)
        {
            throw new JsonataFailure("S0216") { Position = focus.Position };
        }

        step.KeepsArray |= focus.KeepsArray;
        step.Focus = ((Node.Variable)focus.Right).Text;
        step.IsTuple = true;
        return result;
    }

    private Node.Path ShapedIndex(Node.Binary index)
    {
        var left = Shaped(index.Left);
        var variable = ((Node.Variable)index.Right).Text;
        if (left is not Node.Path path)
        {
            path = PathFrom(left);
            if (left.Predicates is { } predicates)
            {
                left.Stages = predicates;
                left.Predicates = null;
            }
        }

        var step = path.Steps[^1];
        if (step.Stages is null)
        {
            step.Index = variable;
        }
        else
        {
            step.Stages.Add(new Stage(Predicate: null, variable, index.Position));
        }

        step.IsTuple = true;
        return path;
    }

    private Node.Apply ShapedApply(Node.Binary apply)
    {
        var left = Shaped(apply.Left);
        var right = Shaped(apply.Right);
        return new Node.Apply(apply.Start, apply.Position, left, right) { KeepsArray = left.KeepsArray || right.KeepsArray };
    }

    private Node.Binary ShapedOperator(Node.Binary binary)
    {
        var left = Shaped(binary.Left);
        var right = Shaped(binary.Right);
        var result = new Node.Binary(binary.Start, binary.Position, binary.Sign, left, right);
        Ancestry.Pass(left, result);
        Ancestry.Pass(right, result);
        return result;
    }

    private Node ShapedGroup(Node.Grouped grouped)
    {
        var result = Shaped(grouped.Left);
        if (result.Group is not null)
        {
            throw new JsonataFailure("S0210") { Position = grouped.Position };
        }

        result.Group = new Grouping([.. grouped.Members.Select(m => KeyValuePair.Create(Shaped(m.Key), Shaped(m.Value)))], grouped.Position);
        return result;
    }

    private Node.Path ShapedOrder(Node.Ordered ordered)
    {
        var left = Shaped(ordered.Left);
        var path = left as Node.Path ?? PathFrom(left);
        var terms = ordered.Terms.Select(term => term with { Expression = Shaped(term.Expression) }).ToArray();
        var sort = new Node.Sort(ordered.Start, ordered.Position, terms);
        foreach (var term in terms)
        {
            Ancestry.Pass(term.Expression, sort);
        }

        path.Steps.Add(sort);
        ancestry.Resolve(path);
        return path;
    }

    private Node ShapedNegation(Node.Negation negation)
    {
        var operand = Shaped(negation.Operand);
        if (operand is Node.Literal { Value: JsonNumber number } literal)
        {
            literal.Value = JsonNumber.Calculated(-number.Value);
            return literal;
        }

        var result = new Node.Negation(negation.Start, negation.Position, operand);
        Ancestry.Pass(operand, result);
        return result;
    }

    private Node.List ShapedList(Node.List list)
    {
        var items = list.Items.Select(Shaped).ToArray();
        var result = new Node.List(list.Start, list.Position, items);
        foreach (var item in items)
        {
            Ancestry.Pass(item, result);
        }

        return result;
    }

    private Node.Object ShapedObject(Node.Object @object)
    {
        var members = @object.Members.Select(m => KeyValuePair.Create(Shaped(m.Key), Shaped(m.Value))).ToArray();
        var result = new Node.Object(@object.Start, @object.Position, members);
        foreach (var (key, value) in members)
        {
            Ancestry.Pass(key, result);
            Ancestry.Pass(value, result);
        }

        return result;
    }

    private Node.Call ShapedCall(Node.Call call)
    {
        var arguments = call.Arguments.Select(Shaped).ToArray();
        var result = new Node.Call(call.Start, call.Position, Shaped(call.Procedure), arguments, call.IsPartial);
        foreach (var argument in arguments)
        {
            Ancestry.Pass(argument, result);
        }

        return result;
    }

    private Node.Lambda ShapedLambda(Node.Lambda lambda)
    {
        var body = Shaped(lambda.Body);
        MarkTailCalls(body);
        return new Node.Lambda(lambda.Start, lambda.Position, lambda.Parameters, lambda.Signature, body);
    }

    private static void MarkTailCalls(Node node)
    {
        switch (node)
        {
            case Node.Call { IsPartial: false, Predicates: null } call:
                call.IsTail = true;
                break;
            case Node.Condition { IsFallback: false } condition:
                MarkTailCalls(condition.Then);
                if (condition.Otherwise is not null)
                {
                    MarkTailCalls(condition.Otherwise);
                }

                break;
            case Node.Block { Expressions.Count: > 0 } block:
                MarkTailCalls(block.Expressions[^1]);
                break;
        }
    }

    private Node.Condition ShapedCondition(Node.Condition condition)
    {
        var test = Shaped(condition.Test);
        var then = !condition.IsFallback ? Shaped(condition.Then)
            : ReferenceEquals(condition.Then, condition.Test) ? test
            : ((Node.Call)test).Arguments[0];
        var otherwise = condition.Otherwise is null ? null : Shaped(condition.Otherwise);
        var result = new Node.Condition(condition.Start, condition.Position, test, then, otherwise);
        Ancestry.Pass(test, result);
        if (!condition.IsFallback)
        {
            Ancestry.Pass(then, result);
        }

        if (otherwise is not null)
        {
            Ancestry.Pass(otherwise, result);
        }

        return result;
    }

    private Node.Transform ShapedTransform(Node.Transform transform) => new(
        transform.Start,
        transform.Position,
        Shaped(transform.Pattern),
        Shaped(transform.Update),
        transform.Delete is null ? null : Shaped(transform.Delete));

    private Node.Block ShapedBlock(Node.Block block)
    {
        var expressions = block.Expressions.Select(Shaped).ToArray();
        var result = new Node.Block(block.Start, block.Position, expressions);
        foreach (var expression in expressions)
        {
            Ancestry.Pass(expression, result);
            result.IsConstructed |= IsConstructed(expression) || (expression is Node.Path path && IsConstructed(path.Steps[0]));
        }

        return result;
    }

    private static bool IsConstructed(Node node) => node is Node.List { IsConstructed: true } or Node.Block { IsConstructed: true };

    private static Node.Path PathOf(Node.Name name)
    {
        var path = PathFrom(name);
        path.KeepsSingletonArray = name.KeepsArray;
        return path;
    }

    private static Node ShapedSymbol(Node.Symbol symbol) => symbol.Text switch
    {
        "and" or "or" or "in" => PathOf(new Node.Name(symbol.Start, symbol.Position, symbol.Text) { KeepsArray = symbol.KeepsArray }),
        "?" => symbol,
        "(end)" => throw new JsonataFailure("S0207") { Position = symbol.Position, Token = symbol.Text },
        _ => throw new JsonataFailure("S0201") { Position = symbol.Position, Token = symbol.Text },
    };
}
