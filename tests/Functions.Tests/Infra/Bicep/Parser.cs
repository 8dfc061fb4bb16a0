namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>Reads the part of Bicep that the templates here are written in. What it does not know is an error, not a guess.</summary>
/// <seealso href="https://learn.microsoft.com/azure/azure-resource-manager/bicep/file">Bicep file structure</seealso>
internal sealed class Parser
{
    private readonly TokenReader tokens;
    private readonly ExpressionParser expressions;

    private Parser(string text)
    {
        tokens = new TokenReader(Lexer.Split(text));
        expressions = new ExpressionParser(tokens);
    }

    /// <summary>Reads everything that a file declares.</summary>
    /// <exception cref="BicepSyntaxException">It is not written as Bicep is.</exception>
    public static IReadOnlyList<Declaration> Parse(string text) => new Parser(text).All();

    private List<Declaration> All()
    {
        var declarations = new List<Declaration>();
        for (tokens.SkipNewLines(); !tokens.IsAtEnd; tokens.SkipNewLines())
        {
            declarations.Add(Declaration(Decorators()));
            tokens.ExpectEndOfLine();
        }

        return declarations;
    }

    private List<Expression.Call> Decorators()
    {
        var decorators = new List<Expression.Call>();
        while (tokens.Accept("@"))
        {
            decorators.Add(expressions.Decorator());
            tokens.SkipNewLines();
        }

        return decorators;
    }

    private Declaration Declaration(IReadOnlyList<Expression.Call> decorators)
    {
        var keyword = tokens.ExpectName();
        var declaration = keyword.Text switch
        {
            "targetScope" => Assigned(new Declaration { Keyword = "targetScope", Name = "targetScope", Line = keyword.Line }),
            "using" => new Declaration { Keyword = "using", Name = "using", Line = keyword.Line, Type = expressions.PlainText() },
            "param" => Parameter(Named(keyword)),
            "var" => Assigned(Named(keyword)),
            "output" => Assigned(Named(keyword) with { Type = Type() }),
            "resource" => Resource(Named(keyword)),
            "module" => Resource(Named(keyword)),
            _ => throw new BicepSyntaxException(keyword.Line, $"expected a declaration, found '{keyword.Text}'"),
        };
        return declaration with { Decorators = decorators };
    }

    private Declaration Named(Token keyword) => new() { Keyword = keyword.Text, Name = tokens.ExpectName().Text, Line = keyword.Line };

    /// <summary>In a template a param has a type and perhaps a default; in a parameter file it has a value.</summary>
    private Declaration Parameter(Declaration declaration) => tokens.Is("=")
        ? Assigned(declaration)
        : declaration with { Type = Type(), Value = tokens.Accept("=") ? expressions.Any() : null };

    private Declaration Resource(Declaration declaration)
    {
        declaration = declaration with { Type = expressions.PlainText(), IsExisting = tokens.AcceptName("existing") };
        tokens.Expect("=");
        return declaration with { Value = expressions.Body() };
    }

    private Declaration Assigned(Declaration declaration)
    {
        tokens.Expect("=");
        return declaration with { Value = expressions.Any() };
    }

    private string Type()
    {
        var type = tokens.IsText ? $"'{expressions.PlainText()}'" : tokens.ExpectName().Text;
        while (tokens.Accept("["))
        {
            tokens.Expect("]");
            type += "[]";
        }

        return tokens.Accept("|") ? $"{type} | {Type()}" : tokens.Accept("?") ? $"{type}?" : type;
    }
}
