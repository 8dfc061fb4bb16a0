using System.Globalization;
using System.Text.RegularExpressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>Reads from a JSONata expression which members it takes of what, token by token: what stands between does not matter here.</summary>
internal sealed partial class JsonataWishes
{
    private const int Timeout = 1000;

    private readonly WishList wishes;
    private readonly List<Wish> looked = [];
    private readonly HashSet<Json> literals = [];
    private readonly Stack<(List<PathSegment> Chain, string? Function)> around = new();
    private List<PathSegment> chain = [];
    private string? function;
    private bool compares;
    private bool afterDot;

    private JsonataWishes(WishList wishes) => this.wishes = wishes;

    /// <summary>Reads an expression.</summary>
    /// <param name="field">The field that it works out.</param>
    /// <param name="expression">The text between <c>{%</c> and <c>%}</c>.</param>
    /// <param name="wishes">Gets what it asks for.</param>
    public static void Read(string field, string expression, WishList wishes)
    {
        var reading = new JsonataWishes(wishes);
        foreach (Match token in Token().Matches(expression))
        {
            reading.Take(token);
        }

        reading.EndChain();
        reading.Conclude(field);
    }

    private void Take(Match token)
    {
        if (token.Groups["name"] is { Success: true } name)
        {
            TakeName(name.Value.Trim('`'), isCall: token.Groups["call"].Success);
        }
        else if (token.Groups["text"] is { Success: true } text)
        {
            EndChain();
            literals.Add(Json.Of(text.Value[1..^1]));
        }
        else if (token.Groups["number"] is { Success: true } number)
        {
            EndChain();
            var value = double.Parse(number.Value, CultureInfo.InvariantCulture);
            literals.UnionWith([Json.Of(value), Json.Of(value + 1)]);
        }
        else
        {
            TakeSign(token.Value);
        }
    }

    private void TakeName(string name, bool isCall)
    {
        if (!afterDot)
        {
            EndChain();
        }

        afterDot = false;
        if (isCall)
        {
            EndChain();
            function = name.TrimStart('$');
        }
        else if (name is not ("and" or "or" or "in" or "true" or "false" or "null" or "function"))
        {
            chain.Add(new PathSegment(name, IsList: false));
        }
        else
        {
            compares |= name == "in";
        }
    }

    private void TakeSign(string sign)
    {
        switch (sign)
        {
            case ".":
                afterDot = true;
                break;
            case "[" or "(":
                around.Push((chain, function));
                (chain, function) = ([], sign == "(" ? function : null);
                break;
            case "]" or ")":
                EndChain();
                if (around.TryPop(out var outer))
                {
                    chain = outer.Chain;
                    function = null;
                    if (sign == "]" && chain.Count > 0)
                    {
                        chain[^1] = chain[^1] with { IsList = true };
                    }
                }

                break;
            default:
                EndChain();
                compares |= sign is "=" or "!=" or "<" or ">" or "<=" or ">=" or "+" or "-" or "*" or "/";
                if (sign is "<" or ">" or "<=" or ">=" or "+" or "-" or "/")
                {
                    literals.UnionWith(Samples.Numbers);
                }

                break;
        }
    }

    private void EndChain()
    {
        afterDot = false;
        if (chain.Count == 0)
        {
            return;
        }

        var path = OwnPart();
        if (wishes.Note(path) is { } wish)
        {
            looked.Add(wish);
            if (function is not null)
            {
                FunctionWishes.Demand(function, 0, wish);
                function = null;
            }
        }

        chain = [];
    }

    /// <summary>The chain without what the language itself puts before the data.</summary>
    private List<PathSegment> OwnPart()
    {
        if (chain[0].Name != "$states")
        {
            return [chain[0] with { Name = chain[0].Name.TrimStart('$') is { Length: > 0 } name ? name : "$" }, .. chain[1..]];
        }

        return chain.Count > 1 && chain[1].Name == "context"
            ? [.. chain.SkipWhile(step => step.Name is not ("Input" or "Value")).Skip(1)]
            : chain[Math.Min(2, chain.Count)..];
    }

    private void Conclude(string field)
    {
        foreach (var wish in looked)
        {
            if (compares)
            {
                wish.Scalars.UnionWith(literals);
            }

            if (field == "Condition" && literals.Count == 0)
            {
                wish.Scalars.UnionWith(Samples.Flags);
            }
        }

        if (looked is not [.., var last])
        {
            wishes[PathSegments.Root].IsList |= field == "Items";
            return;
        }

        switch (field)
        {
            case "Items":
                last.IsList = last.IsWhole = true;
                break;
            case "Seconds" or "TimeoutSeconds" or "HeartbeatSeconds" or "MaxConcurrency" or "MaxItems" or "ToleratedFailureCount" or "ToleratedFailurePercentage":
                last.Scalars.UnionWith(Samples.Numbers);
                break;
            case "Timestamp":
                last.Scalars.Add(Samples.Moment);
                break;
            case "Output":
                last.IsWhole = true;
                break;
            case not "":
                wishes[field].Sources.UnionWith(wishes.Names.Where(name => looked.Contains(wishes[name])));
                break;
        }
    }

    [GeneratedRegex(
        """(?<text>"[^"]*"|'[^']*')|(?<name>`[^`]*`|\$*[\p{L}_][\p{L}\p{Nd}_]*|\$)(?<call>(?=\s*\())?|(?<number>\d+(\.\d+)?)|:=|!=|<=|>=|~>|\.\.|\S""",
        RegexOptions.ExplicitCapture,
        Timeout)]
    private static partial Regex Token();
}
