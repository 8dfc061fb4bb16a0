using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>Values of attributes, <c>{TYPE: VALUE}</c>: what they may be and how they compare.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</seealso>
internal static class AttributeValue
{
    /// <summary>The type of a value that has been read.</summary>
    public static string TypeOf(Json value) => ((JsonObject)value).Names[0];

    /// <summary>What it says, without its type.</summary>
    public static Json ContentOf(Json value) => ((JsonObject)value).Values[0];

    /// <summary>The text of a value whose type has one: S, N and B.</summary>
    public static string TextOf(Json value) => ((JsonString)ContentOf(value)).Value;

    /// <summary>The number of a value of type N.</summary>
    public static DecimalNumber NumberOf(Json value) => Number(TextOf(value));

    /// <summary>A value of type N.</summary>
    public static JsonObject Of(DecimalNumber number) =>
        number.Problem() is { } problem ? throw Invalid(problem) : JsonObject.Of(("N", Json.Of(number.ToString())));

    /// <summary>Reads a value: numbers in their plain spelling, sets without repetitions.</summary>
    /// <exception cref="ServiceException">It is none.</exception>
    public static JsonObject Read(Json? given)
    {
        if (given is not JsonObject { Count: 1 } value)
        {
            throw Invalid(given is JsonObject { Count: > 1 }
                ? "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
                : "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }

        var (type, content) = (value.Names[0], value.Values[0]);
        return JsonObject.Of((type, ReadContent(type, content)));
    }

    /// <summary>Reads the attributes of an item.</summary>
    /// <exception cref="ServiceException">One has a value that is none.</exception>
    public static JsonObject ReadAll(JsonObject given) => JsonObject.Of(given.Select(attribute => KeyValuePair.Create<string, Json>(attribute.Key, Read(attribute.Value))));

    /// <summary>Whether two values are the same: sets without regard to order.</summary>
    public static bool AreSame(Json left, Json right)
    {
        var type = TypeOf(left);
        if (type != TypeOf(right))
        {
            return false;
        }

        return type switch
        {
            "N" => NumberOf(left).ComparedWith(NumberOf(right)) == 0,
            "SS" or "NS" or "BS" => Elements(left).ToHashSet(StringComparer.Ordinal).SetEquals(Elements(right)),
            "L" => ((JsonArray)ContentOf(left)).Count == ((JsonArray)ContentOf(right)).Count && ((JsonArray)ContentOf(left)).Zip((JsonArray)ContentOf(right)).All(pair => AreSame(pair.First, pair.Second)),
            "M" => HaveSameMembers((JsonObject)ContentOf(left), (JsonObject)ContentOf(right)),
            _ => ContentOf(left).Equals(ContentOf(right)),
        };
    }

    /// <summary>Which of two values comes first; null where they do not compare.</summary>
    public static int? Compare(Json left, Json right) => (TypeOf(left), TypeOf(right)) switch
    {
        ("N", "N") => NumberOf(left).ComparedWith(NumberOf(right)),
        ("S", "S") => Encoding.UTF8.GetBytes(TextOf(left)).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(TextOf(right))),
        ("B", "B") => Convert.FromBase64String(TextOf(left)).AsSpan().SequenceCompareTo(Convert.FromBase64String(TextOf(right))),
        _ => null,
    };

    /// <summary>The texts of the elements of a set.</summary>
    public static IEnumerable<string> Elements(Json set) => ((JsonArray)ContentOf(set)).Select(element => ((JsonString)element).Value);

    /// <summary>A refusal that the service has no name for.</summary>
    public static ServiceException Invalid(string message) => new("ValidationException", message);

    private static Json ReadContent(string type, Json content) => (type, content) switch
    {
        ("S", JsonString) => content,
        ("N", JsonString text) => Json.Of(Number(text.Value).ToString()),
        ("N", JsonNumber number) => Json.Of(Number(number.Text).ToString()),
        ("B", JsonString text) when Convert.TryFromBase64String(text.Value, new byte[text.Value.Length], out _) => content,
        ("BOOL", JsonBoolean) => content,
        ("BOOL", JsonString { Value: "true" or "false" } text) => Json.Of(text.Value == "true"),
        ("NULL", JsonBoolean or JsonString) => Json.True,
        ("SS" or "NS" or "BS", JsonArray elements) => ReadSet(type, elements),
        ("L", JsonArray items) => JsonArray.Of(items.Select(Read)),
        ("M", JsonObject members) => ReadAll(members),
        ("S" or "N" or "B" or "BOOL" or "SS" or "NS" or "BS" or "L" or "M", _) =>
            throw new ServiceException("SerializationException", $"{type}: expected what a value of that type says, found {content}"),
        _ => throw Invalid($"Supplied AttributeValue is empty, must contain exactly one of the supported datatypes (found '{type}')"),
    };

    private static JsonArray ReadSet(string type, JsonArray elements)
    {
        if (elements.Count == 0)
        {
            throw Invalid($"One or more parameter values were invalid: An {(type == "SS" ? "string" : type == "NS" ? "number" : "binary")} set  may not be empty");
        }

        var read = elements.Select(element => ReadContent(type[..1], element)).ToArray();
        return read.Distinct().Count() == read.Length
            ? JsonArray.Of(read)
            : throw Invalid($"One or more parameter values were invalid: Input collection {elements} contains duplicates.");
    }

    private static DecimalNumber Number(string text) => DecimalNumber.TryParse(text, out var number, out var problem) ? number : throw Invalid(problem);

    private static bool HaveSameMembers(JsonObject left, JsonObject right) =>
        left.Count == right.Count && left.All(member => right[member.Key] is { } other && AreSame(member.Value, other));
}
