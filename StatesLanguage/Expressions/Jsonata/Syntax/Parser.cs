using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>Reads an expression by the binding power of its operators (Pratt's way).</summary>
internal sealed class Parser
{
    /// <summary>How deep brackets may nest. A deeper expression is refused rather than left to exhaust the stack.</summary>
    private const int MaxNesting = 400;

    /// <summary>How deep parts of an expression may nest, counting that each operator of a row nests those before it.</summary>
    private const int MaxDepth = 1000;

    private readonly Lexer lexer;
    private Token token;
    private int nesting;
    private int deepest;

    private Parser(string text, JsonataDialect dialect)
    {
        lexer = new Lexer(text, dialect);
        Advance(afterOperand: false);
    }

    /// <summary>The expression that a text is.</summary>
    /// <exception cref="JsonataFailure">It is none.</exception>
    public static Node Parse(string text, JsonataDialect dialect)
    {
        var parser = new Parser(text, dialect);
        var root = parser.Expression(0);
        return parser.token.Kind == TokenKind.End ? root : throw Refused("S0201", parser.token);
    }

    private static JsonataFailure Refused(string code, Token token) => new(code) { Position = token.End, TokenValue = token.Shown };

    private Node Expression(int binding)
    {
        var beside = deepest;
        deepest = 0;
        Bounded(++nesting, MaxNesting);
        var first = token;
        Advance(afterOperand: true);
        var left = Operand(first);
        var depth = deepest + 1;
        while (token.Kind == TokenKind.Operator && binding < Operators.Binding(token.Text))
        {
            var symbol = token;
            Advance(afterOperand: false);
            left = Following(symbol, left);
            depth = Math.Max(depth, deepest) + 1;
            Bounded(depth, MaxDepth);
        }

        nesting--;
        deepest = Math.Max(beside, depth);
        return left;
    }

    private void Bounded(int depth, int limit)
    {
        if (depth > limit)
        {
            throw new JsonataFailure("U1001") { Text = $"The expression is nested more than {limit} deep", Position = token.End };
        }
    }

    private void Advance(bool afterOperand)
    {
        token = lexer.Next(afterOperand);
        if (token.Is("!") || token.Is("~"))
        {
            throw Refused("S0204", token);
        }
    }

    private void Expect(string symbol, bool afterOperand = false)
    {
        if (!token.Is(symbol))
        {
            var code = token.Kind == TokenKind.End ? "S0203" : "S0202";
            throw new JsonataFailure(code) { Position = token.End, TokenValue = token.Shown, Value = Json.Of(symbol) };
        }

        Advance(afterOperand);
    }

    private Node Operand(Token first) => first.Kind switch
    {
        TokenKind.Name => new Node.Name(first.Start, first.End, first.Text),
        TokenKind.Variable => new Node.Variable(first.Start, first.End, first.Text),
        TokenKind.String or TokenKind.Number or TokenKind.Constant => new Node.Literal(first.Start, first.End, first.Value!),
        TokenKind.Regex => new Node.Regex(first.Start, first.End, first.Text, first.Flags),
        TokenKind.End => new Node.Symbol(first.Start, first.End, "(end)"),
        _ => Prefixed(first),
    };

    private Node Prefixed(Token first)
    {
        switch (first.Text)
        {
            case "and" or "or" or "in": return new Node.Symbol(first.Start, first.End, first.Text);
            case "*": return new Node.Wildcard(first.Start, first.End);
            case "**": return new Node.Descendants(first.Start, first.End);
            case "%": return new Node.Parent(first.Start, first.End, new AncestorSlot("%"));
            case "-": return new Node.Negation(first.Start, first.End, Expression(Operators.PrefixBinding));
            case "(": return Block(first);
            case "[": return List(first);
            case "{": return new Node.Object(first.Start, first.End, Members());
            case "|": return Transform(first);
            default: throw Refused("S0211", first);
        }
    }

    private Node.Block Block(Token first)
    {
        var expressions = new List<Node>();
        while (!token.Is(")"))
        {
            expressions.Add(Expression(0));
            if (!token.Is(";"))
            {
                break;
            }

            Advance(afterOperand: false);
        }

        Expect(")", afterOperand: true);
        return new Node.Block(first.Start, first.End, expressions);
    }

    private Node.List List(Token first)
    {
        var items = new List<Node>();
        if (!token.Is("]"))
        {
            do
            {
                items.Add(Item());
            }
            while (Continues());
        }

        Expect("]", afterOperand: true);
        return new Node.List(first.Start, first.End, items);
    }

    private Node Item()
    {
        var item = Expression(0);
        if (!token.Is(".."))
        {
            return item;
        }

        var range = token;
        Advance(afterOperand: false);
        return new Node.Binary(range.Start, range.End, "..", item, Expression(0));
    }

    /// <summary>Steps over a comma, if there is one.</summary>
    private bool Continues()
    {
        if (!token.Is(","))
        {
            return false;
        }

        Advance(afterOperand: false);
        return true;
    }

    private List<KeyValuePair<Node, Node>> Members()
    {
        var members = new List<KeyValuePair<Node, Node>>();
        if (!token.Is("}"))
        {
            do
            {
                var key = Expression(0);
                Expect(":");
                members.Add(new(key, Expression(0)));
            }
            while (Continues());
        }

        Expect("}", afterOperand: true);
        return members;
    }

    private Node.Transform Transform(Token first)
    {
        var pattern = Expression(0);
        Expect("|");
        var update = Expression(0);
        var delete = Continues() ? Expression(0) : null;
        Expect("|");
        return new Node.Transform(first.Start, first.End, pattern, update, delete);
    }

    private Node Following(Token symbol, Node left)
    {
        switch (symbol.Text)
        {
            case "(": return Call(symbol, left);
            case "[": return Bracket(symbol, left);
            case "{": return new Node.Grouped(symbol.Start, symbol.End, left, Members());
            case "^": return new Node.Ordered(symbol.Start, symbol.End, left, Terms());
            case "?": return Condition(symbol, left);
            case "?:": return new Node.Condition(symbol.Start, symbol.End, left, left, Expression(0));
            case "??": return new Node.Condition(symbol.Start, symbol.End, Exists(symbol, left), left, Expression(0));
            case ":=":
                return left is Node.Variable
                    ? new Node.Binary(symbol.Start, symbol.End, symbol.Text, left, Expression(Operators.Binding(symbol.Text) - 1))
                    : throw new JsonataFailure("S0212") { Position = left.Position, TokenValue = Shown(left) };
            case "@" or "#":
                var variable = Expression(Operators.Binding(symbol.Text));
                return variable is Node.Variable
                    ? new Node.Binary(symbol.Start, symbol.End, symbol.Text, left, variable)
                    : throw new JsonataFailure("S0214") { Position = variable.Position, Token = symbol.Text };
            default:
                return new Node.Binary(symbol.Start, symbol.End, symbol.Text, left, Expression(Operators.Binding(symbol.Text)));
        }
    }

    private Node Bracket(Token symbol, Node left)
    {
        if (!token.Is("]"))
        {
            var predicate = Expression(0);
            Expect("]", afterOperand: true);
            return new Node.Binary(symbol.Start, symbol.End, symbol.Text, left, predicate);
        }

        var step = left;
        while (step is Node.Binary { Sign: "[" } bracket)
        {
            step = bracket.Left;
        }

        step.KeepsArray = true;
        Advance(afterOperand: false);
        return left;
    }

    private List<SortTerm> Terms()
    {
        var terms = new List<SortTerm>();
        Expect("(");
        do
        {
            var isDescending = token.Is(">");
            if (isDescending || token.Is("<"))
            {
                Advance(afterOperand: false);
            }

            terms.Add(new SortTerm(Expression(0), isDescending));
        }
        while (Continues());
        Expect(")");
        return terms;
    }

    private Node.Condition Condition(Token symbol, Node test)
    {
        var then = Expression(0);
        if (!token.Is(":"))
        {
            return new Node.Condition(symbol.Start, symbol.End, test, then, otherwise: null);
        }

        Advance(afterOperand: false);
        return new Node.Condition(symbol.Start, symbol.End, test, then, Expression(0));
    }

    private static Node.Call Exists(Token symbol, Node left) =>
        new(symbol.Start, symbol.End, new Node.Variable(symbol.Start, symbol.End, "exists"), [left], isPartial: false);

    private Node Call(Token symbol, Node procedure)
    {
        var arguments = new List<Node>();
        var isPartial = false;
        if (!token.Is(")"))
        {
            do
            {
                isPartial |= token.Is("?");
                arguments.Add(Argument());
            }
            while (Continues());
        }

        Expect(")", afterOperand: true);
        return procedure is Node.Name { Text: "function" or "λ" }
            ? Lambda(symbol, arguments)
            : new Node.Call(symbol.Start, symbol.End, procedure, arguments, isPartial);
    }

    private Node Argument()
    {
        if (!token.Is("?"))
        {
            return Expression(0);
        }

        var hole = token;
        Advance(afterOperand: false);
        return new Node.Symbol(hole.Start, hole.End, hole.Text);
    }

    private Node.Lambda Lambda(Token symbol, List<Node> arguments)
    {
        var parameters = new List<string>(arguments.Count);
        foreach (var argument in arguments)
        {
            parameters.Add(argument is Node.Variable variable
                ? variable.Text
                : throw new JsonataFailure("S0208") { Position = argument.Position, TokenValue = Shown(argument), Value = Json.Of(parameters.Count + 1) });
        }

        var signature = token.Is("<") ? LambdaSignature() : null;
        Expect("{");
        var body = Expression(0);
        Expect("}");
        return new Node.Lambda(symbol.Start, symbol.End, parameters, signature, body);
    }

    private Signature LambdaSignature()
    {
        var position = token.End;
        var text = "<";
        for (var depth = 1; depth > 0 && !token.Is("{") && token.Kind != TokenKind.End;)
        {
            Advance(afterOperand: false);
            depth += token.Is(">") ? -1 : token.Is("<") ? 1 : 0;
            text += token.Text;
        }

        Expect(">");
        try
        {
            return SignatureParser.Parse(text);
        }
        catch (JsonataFailure failure)
        {
            failure.Position += position;
            throw;
        }
    }

    /// <summary>How a message shows the token that a part is named for.</summary>
    private static Json? Shown(Node node) => node switch
    {
        Node.Literal literal => literal.Value,
        Node.Name name => Json.Of(name.Text),
        Node.Variable variable => Json.Of(variable.Text),
        Node.Symbol symbol => Json.Of(symbol.Text),
        Node.Binary binary => Json.Of(binary.Sign),
        Node.Negation => Json.Of("-"),
        Node.Wildcard => Json.Of("*"),
        Node.Descendants => Json.Of("**"),
        Node.Parent => Json.Of("%"),
        Node.Call or Node.Lambda or Node.Block => Json.Of("("),
        Node.List => Json.Of("["),
        Node.Object or Node.Grouped => Json.Of("{"),
        Node.Ordered => Json.Of("^"),
        Node.Condition => Json.Of("?"),
        Node.Transform => Json.Of("|"),
        _ => null,
    };
}
