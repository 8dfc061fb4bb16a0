using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;

/// <summary>Which arguments a function takes.</summary>
/// <remarks>The reference implementation matches the types of the arguments, one letter each, with a regular expression made of the parameters. This does the same without one.</remarks>
internal sealed class Signature(string text, IReadOnlyList<Parameter> parameters)
{
    private readonly Parameter[] parameters = [.. parameters];
    private readonly bool isPlain = parameters.All(p => p is { IsRepeated: false, IsReluctant: false });

    /// <summary>The signature as it was written.</summary>
    public string Text { get; } = text;

    /// <summary>How many parameters there are.</summary>
    public int Count => parameters.Length;

    /// <summary>Whether one of the parameters is taken from the context where it is not given.</summary>
    public bool TakesContext { get; } = parameters.Any(p => p.TakesContext);

    /// <summary>Whether the arguments as they are, one for each parameter, are what the function is to get: nothing to wrap, fill in or refuse.</summary>
    public bool Accepts(ReadOnlySpan<Json?> arguments)
    {
        if (!isPlain || arguments.Length != parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = parameters[i];
            if (!parameter.Types.Contains(Letter(arguments[i]), StringComparison.Ordinal) || (parameter.IsArray && !(arguments[i] is null || Holds(parameter, arguments[i]!))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The arguments as the function is to get them.</summary>
    /// <exception cref="JsonataFailure">They do not match.</exception>
    public Json?[] Validate(ReadOnlySpan<Json?> arguments, Json? context, JsonataDialect dialect)
    {
        var taken = new int[parameters.Length];
        return Matches(arguments, 0, 0, taken, []) ? Taken(arguments, taken, context, dialect) : throw Refused(arguments);
    }

    private bool Matches(ReadOnlySpan<Json?> arguments, int parameter, int at, int[] taken, HashSet<(int Parameter, int At)> failed)
    {
        if (parameter == parameters.Length)
        {
            return at == arguments.Length;
        }

        if (failed.Contains((parameter, at)))
        {
            return false;
        }

        var (least, most) = Range(arguments, parameters[parameter], at);
        for (var i = least; i <= most; i++)
        {
            var count = parameters[parameter].IsReluctant ? i : most - (i - least);
            taken[parameter] = count;
            if (Matches(arguments, parameter + 1, at + count, taken, failed))
            {
                return true;
            }
        }

        failed.Add((parameter, at));
        return false;
    }

    /// <summary>How few and how many of the arguments from <paramref name="at"/> on a parameter can take; the most is below the least where it can take none and must.</summary>
    private static (int Least, int Most) Range(ReadOnlySpan<Json?> arguments, Parameter parameter, int at)
    {
        var most = 0;
        var limit = parameter.IsRepeated ? int.MaxValue : 1;
        while (most < limit && at + most < arguments.Length && parameter.Types.Contains(Letter(arguments[at + most]), StringComparison.Ordinal))
        {
            most++;
        }

        return (parameter.IsOptional ? 0 : 1, most);
    }

    private Json?[] Taken(ReadOnlySpan<Json?> arguments, ReadOnlySpan<int> taken, Json? context, JsonataDialect dialect)
    {
        var result = new List<Json?>(Math.Max(arguments.Length, parameters.Length));
        var at = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            var first = at < arguments.Length ? arguments[at] : null;
            if (taken[i] == 0)
            {
                if (parameter.TakesContext)
                {
                    result.Add(parameter.Types.Contains(Letter(context), StringComparison.Ordinal)
                        ? context
                        : throw new JsonataFailure("T0411") { Value = context, Index = at + 1 });
                }
                else
                {
                    result.Add(first);
                    at++;
                }
            }

            for (var n = 0; n < taken[i]; n++, at++)
            {
                // 2.0.6 hands the first of the repeated arguments on again and again.
                var argument = dialect == JsonataDialect.Jsonata22 || parameter.IsArray ? arguments[at] : first;
                result.Add(parameter.IsArray ? Listed(parameter, argument, at) : argument);
            }
        }

        return [.. result];
    }

    private static Json? Listed(Parameter parameter, Json? argument, int at)
    {
        if (argument is null)
        {
            return null;
        }

        if (parameter.ItemType is { } type && !(argument is JsonArray ? Holds(parameter, argument) : Letter(argument) == type[0] && type.Length == 1))
        {
            throw new JsonataFailure("T0412") { Value = argument, Index = at + 1, Type = TypeNames.Plural(type) };
        }

        return argument is JsonArray ? argument : JsonArray.Owning([argument]);
    }

    /// <summary>Whether a value is a list whose items are all of the type asked for.</summary>
    private static bool Holds(Parameter parameter, Json value)
    {
        if (value is not JsonArray list)
        {
            return false;
        }

        if (parameter.ItemType is { Length: > 0 } type)
        {
            foreach (var item in list.AsSpan())
            {
                if (Letter(item) != type[0])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private JsonataFailure Refused(ReadOnlySpan<Json?> arguments)
    {
        var good = 0;
        for (var count = 1; count <= parameters.Length; count++)
        {
            var longest = LongestPrefix(arguments, count, 0, 0, []);
            if (longest < 0)
            {
                break;
            }

            good = longest;
        }

        return new JsonataFailure("T0410") { Value = good < arguments.Length ? arguments[good] : null, Index = good + 1 };
    }

    /// <summary>How many arguments the first parameters take between them, or -1 where they cannot match.</summary>
    private int LongestPrefix(ReadOnlySpan<Json?> arguments, int count, int parameter, int at, HashSet<(int Parameter, int At)> failed)
    {
        if (parameter == count || failed.Contains((parameter, at)))
        {
            return parameter == count ? at : -1;
        }

        var (least, most) = Range(arguments, parameters[parameter], at);
        for (var i = least; i <= most; i++)
        {
            var given = parameters[parameter].IsReluctant ? i : most - (i - least);
            var rest = LongestPrefix(arguments, count, parameter + 1, at + given, failed);
            if (rest >= 0)
            {
                return rest;
            }
        }

        failed.Add((parameter, at));
        return -1;
    }

    private static char Letter(Json? value) => value switch
    {
        null => 'm',
        JsonString => 's',
        JsonNumber => 'n',
        JsonBoolean => 'b',
        JsonArray => 'a',
        JsonObject => 'o',
        Function => 'f',
        _ => 'l',
    };
}
