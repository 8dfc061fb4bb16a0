namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>Reads conditions. NOT binds more closely than AND, AND more closely than OR.</summary>
internal sealed class ConditionReader
{
    private const int Deepest = 300;

    private static readonly string[] Signs = ["=", "<>", "<", "<=", ">", ">="];

    private static readonly Dictionary<string, int> Tests = new(StringComparer.Ordinal)
    {
        ["attribute_exists"] = 1,
        ["attribute_not_exists"] = 1,
        ["attribute_type"] = 2,
        ["begins_with"] = 2,
        ["contains"] = 2,
    };

    private readonly ExpressionTokens tokens;
    private readonly Placeholders placeholders;
    private int depth;

    private ConditionReader(ExpressionTokens tokens, Placeholders placeholders)
    {
        this.tokens = tokens;
        this.placeholders = placeholders;
    }

    /// <summary>Reads one.</summary>
    /// <param name="expression">The parameter it is in, for messages.</param>
    /// <param name="text">The text; null is no condition.</param>
    /// <param name="placeholders">What names and values stand for.</param>
    public static Condition? Read(string expression, string? text, Placeholders placeholders)
    {
        if (text is null)
        {
            return null;
        }

        var words = new ExpressionTokens(expression, text);
        var condition = new ConditionReader(words, placeholders).ReadOr();
        return words.Next is null ? condition : throw words.Unexpected();
    }

    private Condition ReadOr()
    {
        if (++depth > Deepest)
        {
            throw AttributeValue.Invalid($"Invalid {tokens.Expression}: The expression contains too many operators or is nested too deeply");
        }

        var left = ReadAnd();
        while (tokens.TryTake("OR"))
        {
            left = new Condition.Or(left, ReadAnd());
        }

        depth--;
        return left;
    }

    private Condition ReadAnd()
    {
        var left = ReadNot();
        while (tokens.TryTake("AND"))
        {
            left = new Condition.And(left, ReadNot());
        }

        return left;
    }

    private Condition ReadNot()
    {
        var isNegated = false;
        while (tokens.TryTake("NOT"))
        {
            isNegated = !isNegated;
        }

        var condition = ReadOne();
        return isNegated ? new Condition.Not(condition) : condition;
    }

    private Condition ReadOne()
    {
        if (tokens.TryTake("("))
        {
            var inner = ReadOr();
            tokens.Expect(")");
            return inner;
        }

        if (tokens.AfterNext == "(" && tokens.Next is { } name && name != "size")
        {
            return ReadTest(name);
        }

        return ReadComparison(ReadOperand());
    }

    private Condition.Test ReadTest(string name)
    {
        if (!Tests.TryGetValue(name, out var arity))
        {
            throw AttributeValue.Invalid($"Invalid {tokens.Expression}: Invalid function name; function: {name}");
        }

        tokens.Take();
        var arguments = ReadOperands();
        if (arguments.Count != arity)
        {
            throw AttributeValue.Invalid(
                $"Invalid {tokens.Expression}: Incorrect number of operands for operator or function; operator or function: {name}, number of operands: {arguments.Count}");
        }

        return new Condition.Test(name, [.. arguments]);
    }

    private Condition ReadComparison(Operand left)
    {
        if (tokens.TryTake("BETWEEN"))
        {
            var lower = ReadOperand();
            tokens.Expect("AND");
            return new Condition.Between(left, lower, ReadOperand());
        }

        if (tokens.TryTake("IN"))
        {
            return new Condition.In(left, [.. ReadOperands()]);
        }

        return Signs.Contains(tokens.Next) ? new Condition.Comparison(tokens.Take(), left, ReadOperand()) : throw tokens.Unexpected();
    }

    private List<Operand> ReadOperands()
    {
        tokens.Expect("(");
        var operands = new List<Operand>();
        do
        {
            operands.Add(ReadOperand());
        }
        while (tokens.TryTake(","));
        tokens.Expect(")");
        return operands;
    }

    private Operand ReadOperand()
    {
        if (tokens.Next == "size" && tokens.AfterNext == "(")
        {
            tokens.Take();
            var inner = ReadOperands();
            return inner.Count == 1 ? new Operand.SizeOf(inner[0]) : throw tokens.Unexpected();
        }

        return tokens.Next?[0] == ':'
            ? new Operand.Given(placeholders.ValueOf(tokens.Take(), tokens.Expression))
            : new Operand.At(PathReader.Read(tokens, placeholders));
    }
}
