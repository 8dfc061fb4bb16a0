namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>Goes through the words of a file.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    private int at;

    public Token Current => tokens[at];

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    public bool IsText => Current.Kind == TokenKind.Text;

    public bool Is(string symbol) => Current.Kind == TokenKind.Symbol && Current.Text == symbol;

    public bool IsName(string name) => Current.Kind == TokenKind.Name && Current.Text == name;

    /// <summary>Whether a symbol comes next, be it on a later line.</summary>
    public bool IsAfterNewLines(string symbol)
    {
        var ahead = at;
        while (tokens[ahead].Kind == TokenKind.NewLine)
        {
            ahead++;
        }

        return tokens[ahead].Kind == TokenKind.Symbol && tokens[ahead].Text == symbol;
    }

    /// <summary>Whether what begins here with a parenthesis has an arrow after it.</summary>
    public bool IsLambda()
    {
        var ahead = at;
        while (tokens[ahead].Kind is TokenKind.Name || tokens[ahead].Text is "(" or ",")
        {
            ahead++;
        }

        return tokens[ahead].Text == ")" && tokens[ahead + 1].Text == "=>";
    }

    public bool IsFollowedBy(string symbol) => !IsAtEnd && tokens[at + 1].Kind == TokenKind.Symbol && tokens[at + 1].Text == symbol;

    public Token Take() => tokens[at++];

    public bool Accept(string symbol) => Is(symbol) && Move();

    public bool AcceptName(string name) => IsName(name) && Move();

    public void Expect(string symbol)
    {
        if (!Accept(symbol))
        {
            throw Wrong($"'{symbol}'");
        }
    }

    public Token ExpectName() => Current.Kind == TokenKind.Name ? Take() : throw Wrong("a name");

    public void ExpectEndOfLine()
    {
        if (Current.Kind is not (TokenKind.NewLine or TokenKind.End))
        {
            throw Wrong("the end of the line");
        }
    }

    public void SkipNewLines()
    {
        while (Current.Kind == TokenKind.NewLine)
        {
            at++;
        }
    }

    public BicepSyntaxException Wrong(string expected) => new(Current.Line, $"expected {expected}, found {(IsAtEnd ? "the end" : $"'{Current.Text}'")}");

    private bool Move()
    {
        at++;
        return true;
    }
}
