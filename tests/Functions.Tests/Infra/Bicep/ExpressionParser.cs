using System.Text;

namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>Reads expressions, by precedence.</summary>
/// <seealso href="https://learn.microsoft.com/azure/azure-resource-manager/bicep/operators">Operators</seealso>
internal sealed class ExpressionParser(TokenReader tokens)
{
    private static readonly string[][] Levels = [["??"], ["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

    public Expression Any()
    {
        var test = Binary(0);
        if (!tokens.IsAfterNewLines("?"))
        {
            return test;
        }

        tokens.SkipNewLines();
        tokens.Expect("?");
        tokens.SkipNewLines();
        var then = Any();
        tokens.SkipNewLines();
        tokens.Expect(":");
        tokens.SkipNewLines();
        return new Expression.Choice(test, then, Any(), test.Line);
    }

    /// <summary>The body of a resource or module: an object, perhaps under a condition, or in a loop.</summary>
    public Expression Body()
    {
        var line = tokens.Current.Line;
        if (!tokens.AcceptName("if"))
        {
            return Any();
        }

        tokens.Expect("(");
        var test = Any();
        tokens.Expect(")");
        return new Expression.Conditional(test, Body(), line);
    }

    public Expression.Call Decorator()
    {
        var name = tokens.ExpectName();
        tokens.Expect("(");
        return new Expression.Call(name.Text, Items(")"), name.Line);
    }

    public string PlainText()
    {
        var wrong = tokens.Wrong("a plain text");
        return tokens.IsText && Primary() is Expression.Text { Value: { } value } ? value : throw wrong;
    }

    private Expression Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Levels[level].FirstOrDefault(tokens.Is) is { } found)
        {
            var line = tokens.Take().Line;
            tokens.SkipNewLines();
            left = new Expression.Operation(found, [left, Binary(level + 1)], line);
        }

        return left;
    }

    private Expression Unary()
    {
        if (!tokens.Is("!") && !tokens.Is("-"))
        {
            return Postfix(Primary());
        }

        var sign = tokens.Take();
        return new Expression.Operation(sign.Text, [Unary()], sign.Line);
    }

    private Expression Postfix(Expression owner)
    {
        while (true)
        {
            var line = tokens.Current.Line;
            if (tokens.Accept(".") || tokens.Accept(".?"))
            {
                var name = tokens.ExpectName().Text;
                owner = tokens.Accept("(") ? new Expression.Call(name, [owner, .. Items(")")], line) : new Expression.Member(owner, name, line);
            }
            else if (tokens.Accept("["))
            {
                var key = Any();
                tokens.Expect("]");
                owner = new Expression.Element(owner, key, line);
            }
            else
            {
                return owner;
            }
        }
    }

    private Expression Primary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                tokens.Take();
                return Text(token);
            case TokenKind.Number:
                return new Expression.Literal(tokens.Take().Text, token.Line);
            case TokenKind.Name:
                return Named();
            default:
                return tokens.Is("(") ? InParentheses() : tokens.Is("[") ? InBrackets() : tokens.Is("{") ? InBraces() : throw tokens.Wrong("an expression");
        }
    }

    private Expression Named()
    {
        var name = tokens.Take();
        if (tokens.Accept("=>"))
        {
            return new Expression.Lambda([name.Text], Any(), name.Line);
        }

        return tokens.Accept("(") ? new Expression.Call(name.Text, Items(")"), name.Line)
            : name.Text is "true" or "false" or "null" ? new Expression.Literal(name.Text, name.Line)
            : new Expression.Name(name.Text, name.Line);
    }

    private Expression InParentheses()
    {
        var line = tokens.Current.Line;
        if (tokens.IsLambda())
        {
            var variables = Variables();
            tokens.Expect("=>");
            return new Expression.Lambda(variables, Any(), line);
        }

        tokens.Expect("(");
        tokens.SkipNewLines();
        var inner = Any();
        tokens.SkipNewLines();
        tokens.Expect(")");
        return inner;
    }

    private Expression InBrackets()
    {
        var line = tokens.Current.Line;
        tokens.Expect("[");
        tokens.SkipNewLines();
        return tokens.IsName("for") ? Loop(line) : new Expression.List(Items("]"), line);
    }

    private Expression Loop(int line)
    {
        tokens.Take();
        IReadOnlyList<string> variables = tokens.Is("(") ? Variables() : [tokens.ExpectName().Text];
        if (!tokens.AcceptName("in"))
        {
            throw tokens.Wrong("'in'");
        }

        var source = Any();
        tokens.Expect(":");
        var body = Body();
        tokens.SkipNewLines();
        tokens.Expect("]");
        return new Expression.Loop(variables, source, body, line);
    }

    private List<string> Variables()
    {
        var variables = new List<string>();
        tokens.Expect("(");
        while (!tokens.Accept(")"))
        {
            variables.Add(tokens.ExpectName().Text);
            tokens.Accept(",");
        }

        return variables;
    }

    private Expression InBraces()
    {
        var line = tokens.Current.Line;
        tokens.Expect("{");
        var properties = new List<Property>();
        for (Separate(); !tokens.Accept("}"); Separate())
        {
            var key = tokens.IsText ? Primary() : KeyOf(tokens.ExpectName());
            tokens.Expect(":");
            tokens.SkipNewLines();
            properties.Add(new Property(key, Any()));
            ExpectSeparator("}");
        }

        return new Expression.Record(properties, line);
    }

    private static Expression KeyOf(Token name) => new Expression.Text([new Expression.Literal(name.Text, name.Line)], name.Line);

    private List<Expression> Items(string end)
    {
        var items = new List<Expression>();
        for (Separate(); !tokens.Accept(end); Separate())
        {
            items.Add(Any());
            ExpectSeparator(end);
        }

        return items;
    }

    private void Separate()
    {
        while (tokens.Current.Kind == TokenKind.NewLine || tokens.Is(","))
        {
            tokens.Take();
        }
    }

    private void ExpectSeparator(string end)
    {
        if (tokens.Current.Kind != TokenKind.NewLine && !tokens.Is(",") && !tokens.Is(end))
        {
            throw tokens.Wrong($"',', the end of the line or '{end}'");
        }
    }

    private static Expression.Text Text(Token token)
    {
        if (token.Text.StartsWith("'''", StringComparison.Ordinal))
        {
            return new Expression.Text([new Expression.Literal(token.Text[3..^3].TrimStart('\n'), token.Line)], token.Line);
        }

        var pieces = new List<Expression>();
        var literal = new StringBuilder();
        var inner = token.Text[1..^1];
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
            {
                literal.Append(Unescaped(inner[++i], token));
            }
            else if (inner[i] == '$' && i + 1 < inner.Length && inner[i + 1] == '{')
            {
                var end = EndOfHole(inner, i + 2);
                pieces.Add(new Expression.Literal(literal.ToString(), token.Line));
                pieces.Add(Hole(inner[(i + 2)..end], token.Line));
                literal.Clear();
                i = end;
            }
            else
            {
                literal.Append(inner[i]);
            }
        }

        pieces.Add(new Expression.Literal(literal.ToString(), token.Line));
        return new Expression.Text(pieces, token.Line);
    }

    private static char Unescaped(char escaped, Token token) => escaped switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\\' or '\'' or '$' => escaped,
        _ => throw new BicepSyntaxException(token.Line, $"expected an escape, found '\\{escaped}'"),
    };

    private static int EndOfHole(string text, int from)
    {
        var depth = 1;
        for (var i = from; ; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }
    }

    private static Expression Hole(string text, int line)
    {
        var inner = new TokenReader(Lexer.Split(text, line));
        var expression = new ExpressionParser(inner).Any();
        return inner.IsAtEnd ? expression : throw inner.Wrong("'}'");
    }
}
