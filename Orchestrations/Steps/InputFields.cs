using System.Globalization;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Reads the fields of a step's input. What cannot be read is refused with the field, what was expected and what was found.</summary>
/// <remarks>Names are found whatever their case (<c>TransactionId</c>, <c>transactionId</c>); a field that is null counts as missing; unknown fields are left alone.</remarks>
internal sealed class InputFields
{
    private const int LongestQuote = 80;
    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly JsonObject fields;
    private readonly string path;
    private readonly Func<string, DomainException>? refusal;

    private InputFields(JsonObject fields, string path, Func<string, DomainException>? refusal)
    {
        this.fields = fields;
        this.path = path;
        this.refusal = refusal;
    }

    /// <summary>The fields of an input.</summary>
    /// <param name="input">The input; refused unless it is an object.</param>
    /// <param name="refusal">Makes the error of a message; without it what cannot be read counts as missing.</param>
    public static InputFields Of(Json input, Func<string, DomainException>? refusal) =>
        new(input as JsonObject ?? Refuse<JsonObject>(refusal, "input", "an object", input) ?? JsonObject.Empty, "", refusal);

    /// <summary>The same fields, where what cannot be read counts as missing.</summary>
    public InputFields Leniently() => new(fields, path, refusal: null);

    /// <summary>Whether there is a field of exactly that name, null or not.</summary>
    public bool Contains(string name) => fields.Contains(name);

    /// <summary>A text.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        JsonString text when IsUnicode(text.Value) => text.Value,
        var other => Refuse<string>(name, "a text", other),
    };

    /// <summary>What something is known by: a text, or a whole number as its text.</summary>
    public string? Id(string name) => Find(name) switch
    {
        JsonNumber { IsInteger: true } number => number.Text,
        null => null,
        JsonString text when IsUnicode(text.Value) => text.Value,
        var other => Refuse<string>(name, "a text or a whole number", other),
    };

    public int? Integer(string name) => Find(name) switch
    {
        null => null,
        JsonNumber number when number.TryGetInteger(out var value) && value is >= int.MinValue and <= int.MaxValue => (int)value,
        var other => Refuse<int?>(name, "a whole number", other),
    };

    public InputFields? Object(string name) => Find(name) switch
    {
        null => null,
        JsonObject value => new InputFields(value, $"{path}{name}.", refusal),
        var other => Refuse<InputFields>(name, "an object", other),
    };

    /// <summary>An object that must be there; where nothing is refused, one without fields.</summary>
    public InputFields RequiredObject(string name) =>
        Object(name) ?? Refuse<InputFields>(name, "an object", fields[name]) ?? new InputFields(JsonObject.Empty, $"{path}{name}.", refusal);

    public IEnumerable<InputFields> Objects(string name) => Find(name) switch
    {
        null => [],
        JsonArray items => items.Select((item, index) => Item(name, index, item)).OfType<InputFields>(),
        var other => Refuse<IEnumerable<InputFields>>(name, "a list of objects", other) ?? [],
    };

    /// <summary>
    /// An amount: a number or its text, in the currency of the field <c>currency</c> beside it or the one given; or an object of <c>amount</c> and
    /// <c>currency</c>.
    /// </summary>
    public Money? Money(string name, string? currency = null)
    {
        if (Find(name) is JsonObject)
        {
            return Object(name)!.Money("amount");
        }

        return Amount(name) is { } amount && (Text("currency") ?? currency ?? Refuse<string>("currency", $"a currency code beside {name}", found: null)) is { } code
            ? Checked(name, amount, code)
            : null;
    }

    /// <summary>Refuses the field.</summary>
    public T? Refuse<T>(string name, string expected, Json? found) => Refuse<T>(refusal, path + name, expected, found);

    private static T? Refuse<T>(Func<string, DomainException>? refusal, string field, string expected, Json? found) =>
        refusal is null ? default : throw refusal($"{field}: expected {expected}, found {Quote(found)}.");

    private static string Quote(Json? found)
    {
        var text = found?.ToString() ?? "nothing";
        return text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
    }

    /// <summary>JSON allows half a surrogate pair; no store can keep it.</summary>
    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private Json? Find(string name)
    {
        var value = fields[name];
        if (value is null)
        {
            foreach (var (key, candidate) in fields)
            {
                value ??= string.Equals(key, name, StringComparison.OrdinalIgnoreCase) ? candidate : null;
            }
        }

        return value is JsonNull ? null : value;
    }

    private InputFields? Item(string name, int index, Json item) => item is JsonObject value
        ? new InputFields(value, $"{path}{name}[{index}].", refusal)
        : Refuse<InputFields>($"{name}[{index}]", "an object", item);

    private decimal? Amount(string name)
    {
        var given = Find(name);
        var text = given switch
        {
            JsonNumber number => number.Text,
            JsonString written => written.Value,
            _ => null,
        };

        // More digits than a decimal holds, or an exponent, would be rounded without a word.
        return text is { Length: <= 28 } && decimal.TryParse(text, AmountStyle, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : given is null ? null : Refuse<decimal?>(name, "an amount such as 10.50", given);
    }

    private Money? Checked(string name, decimal amount, string currency)
    {
        try
        {
            return Domain.Amounts.Money.Of(amount, currency);
        }
        catch (InvalidAmountException e)
        {
            return refusal is null ? null : throw refusal($"{path}{name}: {e.Message}");
        }
    }
}
