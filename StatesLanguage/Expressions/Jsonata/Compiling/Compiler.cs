using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;

/// <summary>Makes operations of the parts of an expression.</summary>
internal sealed class Compiler(JsonataOptions options)
{
    private readonly References references = new();
    private readonly List<string> externals = [];
    private Scope? scope;

    /// <summary>Whether the context is the input of the whole expression.</summary>
    private bool isOutermost = true;

    /// <summary>The program of an expression.</summary>
    public static CompiledExpression Compile(Node root, JsonataOptions options)
    {
        var compiler = new Compiler(options);
        var operation = compiler.InFrame(root);
        return new CompiledExpression(operation, compiler.externals.Count, compiler.references.InOrder());
    }

    private Operation InFrame(Node node)
    {
        var names = Bindings.AssignedIn([node]).ToArray();
        return names.Length == 0 ? Of(node) : Within(Scope.OfBlock(scope, names), () => new Block([Of(node)], scope!.Size));
    }

    private T Within<T>(Scope inner, Func<T> compile)
    {
        var outer = scope;
        scope = inner;
        var result = compile();
        scope = outer;
        return result;
    }

    /// <summary>Compiles what has another context than the input of the whole.</summary>
    private T Deeper<T>(Func<T> compile)
    {
        var outer = isOutermost;
        isOutermost = false;
        var result = compile();
        isOutermost = outer;
        return result;
    }

    private Operation Of(Node node)
    {
        if (node is Node.Path path)
        {
            return OfPath(path);
        }

        var isFiltered = node.Predicates is { Count: > 0 } || node.Group is not null;
        var value = Bare(node, keepsArray: node.KeepsArray && !isFiltered, isFiltered);
        return isFiltered ? OfFollowed(node, value) : value;
    }

    private Operation OfFollowed(Node node, Operation value)
    {
        Filter[] Filters() => [.. (node.Predicates ?? []).Select(OfPredicate)];
        return node.IsTuple && node.Group is null
            ? new FilteredTuples(value, Within(Scope.OfPath(scope, Bindings.LabelsHandedOverBy(node)), Filters))
            : new Filtered(value, Filters(), node.Group is { } group ? Deeper(() => OfGroup(group.Members, group.Position)) : null, node.KeepsArray);
    }

    private Operation Bare(Node node, bool keepsArray, bool isFiltered) => node switch
    {
        Node.Literal literal => new Constant(literal.Value),
        Node.Name name => new Field(name.Text, keepsArray),
        Node.Variable variable => OfVariable(variable, [], keepsArray),
        Node.Regex regex => OfRegex(regex),
        Node.Wildcard wildcard => Noted(wildcard, isFiltered ? new Wildcard() : Settling(new Wildcard(), keepsArray)),
        Node.Descendants descendants => Noted(descendants, isFiltered ? new Descendants() : Settling(new Descendants(), keepsArray)),
        Node.Parent parent => Lookup(parent.Slot.Label, parent.Start, [], keepsArray),
        Node.Binary binary => OfOperator(binary, keepsArray, isFiltered),
        Node.Negation negation => new Negation(Of(negation.Operand), negation.Position),
        Node.List list => new ListConstruction([.. list.Items.Select(Of)], [.. list.Items.Select(item => item is Node.List)], list.IsConstructed),
        Node.Object @object => new ObjectConstruction(OfGroup(@object.Members, @object.Position)),
        Node.Call { IsPartial: true } call => OfPartial(call),
        Node.Call call => OfCall(call, keepsArray, isFiltered),
        Node.Lambda lambda => OfLambda(lambda),
        Node.Condition { IsFallback: true } fallback => new Fallback(Of(fallback.Then), Of(fallback.Otherwise!), ReferenceEquals(fallback.Then, fallback.Test)),
        Node.Condition condition => new Choice(Of(condition.Test), Of(condition.Then), condition.Otherwise is { } otherwise ? Of(otherwise) : null),
        Node.Block block => OfBlock(block),
        Node.Bind bind => OfBind(bind),
        Node.Apply apply => new Application(Of(apply.Left), OfApplied(apply.Right), keepsArray, apply.Position),
        Node.Transform transform => OfTransform(transform),
        Node.Symbol symbol => throw new JsonataFailure("S0206") { Token = symbol.Text, Position = symbol.Position },
        _ => throw new System.Diagnostics.UnreachableException($"no operation for {node.GetType().Name}"),
    };

    private static Filtered Settling(Operation operation, bool keepsArray) => new(operation, [], groups: null, keepsArray);

    private Operation Noted(Node node, Operation operation)
    {
        if (isOutermost)
        {
            references.Add(JsonataReferenceKind.Context, node is Node.Wildcard ? "*" : "**", [], node.Start);
        }

        return operation;
    }

    private static RegexConstant OfRegex(Node.Regex regex)
    {
        try
        {
            return new RegexConstant(new Matcher(regex.Pattern, regex.Flags));
        }
        catch (Regexes.PatternSyntaxException e)
        {
            throw new JsonataFailure(null) { Text = e.Message, Position = regex.Position };
        }
    }

    private Operation OfVariable(Node.Variable variable, IReadOnlyList<string> path, bool keepsArray)
    {
        switch (variable.Text)
        {
            case "":
                if (isOutermost)
                {
                    references.Add(JsonataReferenceKind.Context, "", path, variable.Start);
                }

                return new ContextValue(keepsArray);
            case "$":
                references.Add(JsonataReferenceKind.Root, "", path, variable.Start);
                return new RootValue();
            default:
                return Lookup(variable.Text, variable.Start, path, keepsArray);
        }
    }

    private Operation Lookup(string name, int start, IReadOnlyList<string> path, bool keepsArray)
    {
        var isCertain = false;
        var places = scope?.Places(name, out isCertain) ?? [];
        if (isCertain && places is [var place])
        {
            return new LocalVariable(place.Hops, place.Slot, keepsArray);
        }

        if (places.Count == 0)
        {
            references.Add(options.Function(name) is null ? JsonataReferenceKind.Variable : JsonataReferenceKind.Function, name, path, start);
        }

        return places.Count == 0 ? External(name, keepsArray) : new PossibleVariable(places, External(name, keepsArray), keepsArray);
    }

    private ExternalVariable External(string name, bool keepsArray)
    {
        var index = externals.IndexOf(name);
        if (index < 0)
        {
            index = externals.Count;
            externals.Add(name);
        }

        return new ExternalVariable(name, index, options.Function(name), keepsArray);
    }

    private Operation OfOperator(Node.Binary binary, bool keepsArray, bool isFiltered)
    {
        var left = Of(binary.Left);
        var right = Of(binary.Right);
        return binary.Sign switch
        {
            "+" or "-" or "*" or "/" or "%" => new Arithmetic(binary.Sign[0], left, right, binary.Position),
            "=" or "!=" => new Equality(binary.Sign == "=", left, right),
            "<" or "<=" or ">" or ">=" => new Comparison(binary.Sign, left, right, binary.Position),
            "&" => new Concatenation(left, right, binary.Position),
            "and" or "or" => new Logic(binary.Sign == "and", left, right, binary.Position),
            "in" => new Inclusion(left, right),
            ".." when isFiltered => new RangeOfNumbers(left, right, binary.Position),
            ".." => Settling(new RangeOfNumbers(left, right, binary.Position), keepsArray),
            _ => throw new System.Diagnostics.UnreachableException($"no operation for {binary.Sign}"),
        };
    }

    private Filter OfPredicate(Stage stage) => Deeper(() => new Filter(Of(stage.Predicate!)));

    private Groups OfGroup(IReadOnlyList<KeyValuePair<Node, Node>> members, int position) =>
        new([.. members.Select(member => Of(member.Key))], [.. members.Select(member => Of(member.Value))], position);

    private Call OfCall(Node.Call call, bool keepsArray, bool isFiltered)
    {
        var (name, suggestion) = Named(call.Procedure);
        return new Call(Of(call.Procedure), name, suggestion, [.. call.Arguments.Select(Of)], call.Position) { KeepsArray = keepsArray, IsFiltered = isFiltered };
    }

    private PartialApplication OfPartial(Node.Call call)
    {
        var (name, suggestion) = Named(call.Procedure);
        var arguments = call.Arguments.Select(argument => argument is Node.Symbol ? null : Of(argument)).ToArray();
        return new PartialApplication(Of(call.Procedure), name, suggestion, arguments, call.Position);
    }

    /// <summary>What messages call a function, and the variable of that name where the <c>$</c> may have been forgotten.</summary>
    private (string? Name, Operation? Suggestion) Named(Node procedure)
    {
        switch (procedure)
        {
            case Node.Variable variable:
                return (variable.Text, null);
            case Node.Path { Steps: [Node.Name name, ..] }:
                var isCertain = false;
                var places = scope?.Places(name.Text, out isCertain) ?? [];
                return (name.Text, new PossibleVariable(places, External(name.Text, keepsArray: false), keepsArray: false));
            default:
                return (null, null);
        }
    }

    private Operation OfTail(Node node) => node switch
    {
        Node.Call { IsTail: true, KeepsArray: false, Group: null } call => new TailPosition(OfCall(call, keepsArray: false, isFiltered: true)),
        Node.Condition { IsFallback: false, Predicates: null, Group: null } condition =>
            new Choice(Of(condition.Test), OfTail(condition.Then), condition.Otherwise is { } otherwise ? OfTail(otherwise) : null),
        Node.Block { Predicates: null, Group: null } block => OfBlock(block, isTail: true),
        _ => Of(node),
    };

    private Operation OfBind(Node.Bind bind)
    {
        var slot = scope?.SlotOf(bind.Target) ?? -1;

        // Within what is evaluated for each result of a step that binds variables, an assignment lasts no longer than that.
        return slot >= 0
            ? new Assignment(slot, Of(bind.Value))
            : Within(Scope.OfBlock(scope, [bind.Target]), () => new Block([new Assignment(0, Of(bind.Value))], slots: 1));
    }

    private LambdaCreation OfLambda(Node.Lambda lambda)
    {
        var inner = Scope.OfLambda(scope, lambda.Parameters, Bindings.AssignedIn([lambda.Body]));
        var body = Within(inner, () => OfTail(lambda.Body));
        return new LambdaCreation(new LambdaCode(lambda.Parameters.Count, inner.Size, lambda.Signature, body));
    }

    private Block OfBlock(Node.Block block, bool isTail = false)
    {
        var names = Bindings.AssignedIn(block.Expressions).ToArray();
        var slots = 0;
        Operation[] Expressions() => [.. block.Expressions.Select((part, i) => isTail && i == block.Expressions.Count - 1 ? OfTail(part) : Of(part))];
        if (names.Length == 0)
        {
            return new Block(Expressions(), slots);
        }

        var inner = Scope.OfBlock(scope, names);
        return new Block(Within(inner, Expressions), inner.Size);
    }

    /// <summary>The right side of <c>~></c>: a call is given one more argument, and predicates behind it are not looked at.</summary>
    private Operation OfApplied(Node right) => right is Node.Call { IsPartial: false } call ? OfCall(call, keepsArray: false, isFiltered: true) : Of(right);

    private Transformation OfTransform(Node.Transform transform)
    {
        var clone = External("clone", keepsArray: false);
        var places = scope?.Places("clone", out _) ?? [];
        return Deeper(() => new Transformation(new TransformationCode(
            places.Count == 0 ? clone : new PossibleVariable(places, clone, keepsArray: false),
            Of(transform.Pattern),
            Of(transform.Update),
            transform.Update.Position,
            transform.Delete is { } delete ? Of(delete) : null,
            transform.Delete?.Position ?? 0,
            transform.Position)));
    }

    private Operation OfPath(Node.Path path)
    {
        var keepsArray = path.KeepsArray || path.KeepsSingletonArray;
        NoteField(path);
        var firstTuple = path.Steps.FindIndex(step => step.IsTuple);
        if (firstTuple >= 0)
        {
            return OfTuplePath(path, firstTuple, keepsArray);
        }

        var general = OfSteps(path, path.Steps.Count, path.Group is { } group ? Deeper(() => OfGroup(group.Members, group.Position)) : null, keepsArray, path.KeepsSingletonArray);
        return AsFields(path, keepsArray, general) ?? (Operation)general;
    }

    private void NoteField(Node.Path path)
    {
        if (isOutermost && path.Steps[0] is Node.Name name)
        {
            references.Add(JsonataReferenceKind.Field, name.Text, References.PlainFields(path), name.Start);
        }
    }

    private PathWalk OfSteps(Node.Path path, int count, Groups? groups, bool keepsArray, bool keepsStepArray)
    {
        var first = path.Steps[0];
        var startsWithList = count > 0 && first is Node.List { IsConstructed: true } or Node.Block { IsConstructed: true };
        var stages = new List<PathStage>();
        Operation? list = null;
        for (var i = 0; i < count; i++)
        {
            if (i == 0 && startsWithList)
            {
                list = Of(first);
            }
            else
            {
                stages.Add(i == 0 ? OfStep(path, i) : Deeper(() => OfStep(path, i)));
            }
        }

        return new PathWalk(stages, groups, keepsArray, keepsStepArray)
        {
            StartsAtVariable = first is Node.Variable,
            StartsWithList = list,
            IsWhole = count == path.Steps.Count,
        };
    }

    private PathStage OfStep(Node.Path path, int index)
    {
        var step = path.Steps[index];
        var filters = (step.Stages ?? []).Select(OfPredicate).ToArray();
        if (step is Node.Sort sort)
        {
            return new SortStage(OfSort(sort), filters);
        }

        var value = OfStepValue(path, index);
        return new EachStage(new PathStep(value, value is Field { KeepsArray: false } field ? field.Name : null, filters));
    }

    private Operation OfStepValue(Node.Path path, int index) => path.Steps[index] is Node.Variable { Predicates: null, Group: null } variable
        ? OfVariable(variable, index == 0 ? References.PlainFields(path) : [], variable.KeepsArray)
        : Of(path.Steps[index]);

    private SortKeys OfSort(Node.Sort sort) => Deeper(() => new SortKeys([.. sort.Terms.Select(term => (Of(term.Expression), term.IsDescending))], sort.Position));

    private FieldPath? AsFields(Node.Path path, bool keepsArray, PathWalk general)
    {
        var hasStart = path.Steps[0] is Node.Variable { Predicates: null, Stages: null, Group: null, KeepsArray: false };
        var names = path.Steps.Skip(hasStart ? 1 : 0).ToArray();
        if (keepsArray || path.Group is not null || names.Length == 0 || !Array.TrueForAll(names, step => step is Node.Name { Stages: null, Predicates: null, Group: null }))
        {
            return null;
        }

        // The variable's reference has been noted with the general path.
        var start = hasStart ? references.Silently(() => OfStepValue(path, 0)) : null;
        return new FieldPath(start, [.. names.Cast<Node.Name>().Select(name => name.Text)], general);
    }

    private TuplePath OfTuplePath(Node.Path path, int firstTuple, bool keepsArray)
    {
        // A list written out as the first step is evaluated without a binding; bound to a variable it is not even that.
        var startsWithList = firstTuple == 0 && path.Steps.Count > 1 && path.Steps[0] is Node.List { IsConstructed: true } or Node.Block { IsConstructed: true };
        var before = startsWithList ? 1 : firstTuple;
        var start = OfSteps(path, startsWithList && path.Steps[0].Focus is not null ? 0 : before, groups: null, keepsArray: false, keepsStepArray: false);
        return Within(Scope.OfPath(scope, Bindings.LabelsOf(path)), () =>
        {
            var steps = path.Steps.Select((_, i) => i).Skip(before).Select(i => i == 0 ? OfTupleStep(path, i) : Deeper(() => OfTupleStep(path, i))).ToArray();
            var groups = path.Group is { } group ? Deeper(() => OfGroup(group.Members, group.Position)) : null;
            return new TuplePath(start, steps, groups, keepsArray, path.IsTuple) { StartsWithBoundList = startsWithList };
        });
    }

    private TupleStep OfTupleStep(Node.Path path, int index)
    {
        var step = path.Steps[index];
        return new TupleStep
        {
            Value = step is Node.Sort ? null : InFrame(step),
            Sort = step is Node.Sort sort ? OfSort(sort) : null,
            Focus = step.Focus,
            Index = step.Index,
            Ancestor = step.Ancestor?.Label,
            Stages = [.. (step.Stages ?? []).Select(stage => stage.Predicate is null ? (null, stage.IndexVariable) : (OfPredicate(stage), (string?)null))],
        };
    }
}
