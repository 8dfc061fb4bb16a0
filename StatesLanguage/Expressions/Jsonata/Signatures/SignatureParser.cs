using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;

/// <summary>Reads a signature: <c>&lt;s-n?:s&gt;</c>. What it says about the result is not checked, as the reference implementation does not.</summary>
internal static class SignatureParser
{
    private const int MaxParameters = 100;
    private const string Any = "asnblfom";

    /// <summary>The signature; a failure's position counts from the signature's start.</summary>
    public static Signature Parse(string text)
    {
        var parameters = new List<Parameter>();
        for (var at = 1; at < text.Length && text[at] != ':'; at++)
        {
            var last = parameters.Count - 1;
            switch (text[at])
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new Parameter($"{text[at]}m"));
                    break;
                case 'a':
                    parameters.Add(new Parameter(Any) { IsArray = true, IsGeneric = true });
                    break;
                case 'f':
                    parameters.Add(new Parameter("f") { IsGeneric = true });
                    break;
                case 'j':
                    parameters.Add(new Parameter("asnblom"));
                    break;
                case 'x':
                    parameters.Add(new Parameter(Any));
                    break;
                case '(':
                    parameters.Add(Choice(text, ref at));
                    break;
                case '-' when last >= 0:
                    parameters[last] = parameters[last] with { TakesContext = true, IsOptional = true };
                    break;
                case '?' when last >= 0:
                    parameters[last] = parameters[last] with { IsOptional = true, IsReluctant = parameters[last].IsOptional };
                    break;
                case '+' when last >= 0:
                    parameters[last] = parameters[last] with { IsRepeated = true };
                    break;
                case '<' when last < 0:
                    throw new JsonataFailure("S0401") { Position = at };
                case '<':
                    parameters[last] = WithTypes(parameters[last], text, ref at);
                    break;
            }
        }

        return parameters.Count <= MaxParameters
            ? new Signature(text, parameters)
            : throw new JsonataFailure("U1001") { Text = $"A function may have at most {MaxParameters} parameters in its signature", Position = 0 };
    }

    private static Parameter Choice(string text, ref int at)
    {
        var end = Closing(text, at, '(', ')');
        var choice = text[(at + 1)..end];
        if (choice.Contains('<', StringComparison.Ordinal))
        {
            throw new JsonataFailure("S0402") { Value = Json.Of(choice), Position = at };
        }

        at = end;
        return new Parameter($"{choice}m");
    }

    private static Parameter WithTypes(Parameter parameter, string text, ref int at)
    {
        if (!parameter.IsGeneric)
        {
            throw new JsonataFailure("S0401") { Value = Json.Of(parameter.Types[..^1]), Position = at };
        }

        var end = Closing(text, at, '<', '>');
        var types = text[(at + 1)..end];
        at = end;
        return parameter with { ItemType = types };
    }

    private static int Closing(string text, int from, char opening, char closing)
    {
        var depth = 1;
        for (var at = from + 1; at < text.Length; at++)
        {
            depth += text[at] == closing ? -1 : text[at] == opening ? 1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return text.Length;
    }
}
