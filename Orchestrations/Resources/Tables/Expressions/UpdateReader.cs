namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>Reads update expressions: <c>SET a = :x, b = b + :y REMOVE c ADD d :z DELETE e :s</c>.</summary>
internal sealed class UpdateReader
{
    /// <summary>The parameter, for messages.</summary>
    public const string Expression = "UpdateExpression";

    private static readonly string[] Clauses = ["SET", "REMOVE", "ADD", "DELETE"];

    private readonly ExpressionTokens tokens;
    private readonly Placeholders placeholders;

    private UpdateReader(ExpressionTokens tokens, Placeholders placeholders)
    {
        this.tokens = tokens;
        this.placeholders = placeholders;
    }

    /// <summary>Reads one; null is an update that does nothing.</summary>
    public static IReadOnlyList<UpdateAction> Read(string? text, Placeholders placeholders)
    {
        if (text is null)
        {
            return [];
        }

        var actions = new UpdateReader(new ExpressionTokens(Expression, text), placeholders).ReadClauses();
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions.Take(i).FirstOrDefault(earlier => earlier.Path.Overlaps(actions[i].Path)) is { } rival)
            {
                throw AttributeValue.Invalid(
                    $"Invalid {Expression}: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [{rival.Path.Root}], path two: [{actions[i].Path.Root}]");
            }
        }

        return actions;
    }

    private List<UpdateAction> ReadClauses()
    {
        var actions = new List<UpdateAction>();
        var seen = new HashSet<string>();
        while (tokens.Next is { } word)
        {
            var clause = word.ToUpperInvariant();
            if (!Clauses.Contains(clause))
            {
                throw tokens.Unexpected();
            }

            if (!seen.Add(clause))
            {
                throw AttributeValue.Invalid($"Invalid {Expression}: The \"{clause}\" section can only be used once in an update expression;");
            }

            tokens.Take();
            do
            {
                actions.Add(ReadAction(clause));
            }
            while (tokens.TryTake(","));
        }

        return actions;
    }

    private UpdateAction ReadAction(string clause)
    {
        var path = PathReader.Read(tokens, placeholders);
        switch (clause)
        {
            case "SET":
                tokens.Expect("=");
                return new UpdateAction.Set(path, ReadSum());
            case "REMOVE":
                return new UpdateAction.Remove(path);
            default:
                if (tokens.Next?[0] != ':')
                {
                    throw tokens.Unexpected();
                }

                var value = placeholders.ValueOf(tokens.Take(), Expression);
                return clause == "ADD" ? new UpdateAction.Add(path, value) : new UpdateAction.Delete(path, value);
        }
    }

    private SetValue ReadSum()
    {
        var left = ReadTerm();
        return tokens.TryTake("+") ? new SetValue.Sum(left, ReadTerm(), IsDifference: false)
            : tokens.TryTake("-") ? new SetValue.Sum(left, ReadTerm(), IsDifference: true)
            : left;
    }

    private SetValue ReadTerm()
    {
        if (tokens.TryTake("("))
        {
            var inner = ReadSum();
            tokens.Expect(")");
            return inner;
        }

        if (tokens.AfterNext == "(")
        {
            return ReadFunction(tokens.Take());
        }

        return tokens.Next?[0] == ':'
            ? new SetValue.Given(placeholders.ValueOf(tokens.Take(), Expression))
            : new SetValue.At(PathReader.Read(tokens, placeholders));
    }

    private SetValue ReadFunction(string name)
    {
        tokens.Expect("(");
        SetValue value;
        switch (name)
        {
            case "if_not_exists":
                var path = PathReader.Read(tokens, placeholders);
                tokens.Expect(",");
                value = new SetValue.IfNotExists(path, ReadTerm());
                break;
            case "list_append":
                var first = ReadTerm();
                tokens.Expect(",");
                value = new SetValue.ListAppend(first, ReadTerm());
                break;
            default:
                throw AttributeValue.Invalid($"Invalid {Expression}: Invalid function name; function: {name}");
        }

        tokens.Expect(")");
        return value;
    }
}
