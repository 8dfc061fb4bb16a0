using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Reads the members of a request and collects what is wrong with their values, for one error that names all of it.</summary>
/// <remarks>
/// A member of the wrong JSON type ends the reading at once (<c>SerializationException</c>), as on AWS; values out of bounds are
/// collected until <see cref="Check"/> (<c>ValidationException</c>). A member that is null counts as absent, an unknown one as not there.
/// </remarks>
internal sealed class RequestFields
{
    private readonly JsonObject body;
    private readonly string path;
    private readonly List<string> violations;

    public RequestFields(JsonObject body)
        : this(body, "", [])
    {
    }

    private RequestFields(JsonObject body, string path, List<string> violations)
    {
        this.body = body;
        this.path = path;
        this.violations = violations;
    }

    /// <summary>A text that must be there. Where it is not, the empty text stands in until <see cref="Check"/> ends the matter.</summary>
    public string Text(string name, int min, int max, bool secret = false)
    {
        Require(name);
        return OptionalText(name, min, max, secret) ?? "";
    }

    /// <summary>A text that may be absent.</summary>
    /// <param name="name">The member.</param>
    /// <param name="min">How many characters it must have.</param>
    /// <param name="max">How many it may have.</param>
    /// <param name="secret">Whether the value is the customer's own and does not belong in an error message.</param>
    public string? OptionalText(string name, int min, int max, bool secret = false)
    {
        switch (Member(name))
        {
            case null:
                return null;
            case JsonString { Value: var text }:
                CheckLength(name, text, min, max, secret);
                return text;
            case var other:
                throw WrongType(other, "a String");
        }
    }

    /// <summary>A text out of a fixed set.</summary>
    public string? OneOf(string name, params ReadOnlySpan<string> choices)
    {
        var text = OptionalText(name, 0, int.MaxValue);
        if (text is not null && !choices.Contains(text))
        {
            Violation(name, text, secret: false, $"Member must satisfy enum value set: [{string.Join(", ", choices)}]");
        }

        return text;
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string>? Texts(string name, int min, int max)
    {
        switch (Member(name))
        {
            case null:
                return null;
            case JsonArray items:
                foreach (var (item, i) in items.Select((item, i) => (item, i + 1)))
                {
                    var text = (item as JsonString ?? throw WrongType(item, "a String")).Value;
                    CheckLength($"{name}.{i}.member", text, min, max, secret: false);
                }

                return [.. items.Cast<JsonString>().Select(item => item.Value)];
            case var other:
                throw WrongType(other, "a list");
        }
    }

    /// <summary>Notes what is wrong with a value that no other method here looks at.</summary>
    public void Refuse(string name, string value, string constraint) => Violation(name, value, secret: false, constraint);

    /// <summary>Notes it where a member is absent that must be there.</summary>
    public void Require(string name)
    {
        if (Member(name) is null)
        {
            Missing(name);
        }
    }

    /// <summary>A whole number.</summary>
    public int? Integer(string name, int min, int max)
    {
        var member = Member(name);
        if (member is null)
        {
            return null;
        }

        if (member is not JsonNumber number || !number.TryGetInteger(out var value) || value is < int.MinValue or > int.MaxValue)
        {
            throw WrongType(member, "an Integer");
        }

        Bound(name, number, min, max);
        return (int)value;
    }

    /// <summary>A whole number that may be larger.</summary>
    public long? Whole(string name, long min, long max)
    {
        var member = Member(name);
        if (member is null)
        {
            return null;
        }

        if (member is not JsonNumber number || !number.TryGetInteger(out var value))
        {
            throw WrongType(member, "a Long");
        }

        Bound(name, number, min, max);
        return value;
    }

    /// <summary>A number.</summary>
    public double? Number(string name, double min, double max)
    {
        var member = Member(name);
        if (member is null)
        {
            return null;
        }

        if (member is not JsonNumber number)
        {
            throw WrongType(member, "a Float");
        }

        Bound(name, number, min, max);
        return number.Value;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool? Flag(string name) => Member(name) switch
    {
        null => null,
        JsonBoolean { Value: var value } => value,
        var other => throw WrongType(other, "a Boolean"),
    };

    /// <summary>The members of a structure.</summary>
    public RequestFields? Structure(string name) => Member(name) switch
    {
        null => null,
        JsonObject fields => new RequestFields(fields, $"{path}{name}.", violations),
        var other => throw WrongType(other, "a structure"),
    };

    /// <summary>The structures of a list.</summary>
    public IReadOnlyList<RequestFields>? Structures(string name)
    {
        switch (Member(name))
        {
            case null:
                return null;
            case JsonArray items:
                return [.. items.Select((item, i) => item is JsonObject fields
                    ? new RequestFields(fields, $"{path}{name}.{i + 1}.member.", violations)
                    : throw WrongType(item, "a structure"))];
            case var other:
                throw WrongType(other, "a list");
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="AwsException">Something was wrong.</exception>
    public void Check()
    {
        if (violations.Count > 0)
        {
            throw AwsErrors.Validation(
                $"{violations.Count} validation error{(violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", violations)}");
        }
    }

    private Json? Member(string name) => body.TryGet(name, out var value) && value is not JsonNull ? value : null;

    private void CheckLength(string name, string text, int min, int max, bool secret)
    {
        if (text.Length < min)
        {
            Violation(name, text, secret, $"Member must have length greater than or equal to {min}");
        }
        else if (text.Length > max)
        {
            Violation(name, text, secret, $"Member must have length less than or equal to {max}");
        }
    }

    private void Bound(string name, JsonNumber number, double min, double max)
    {
        if (number.Value < min)
        {
            Violation(name, number.Text, secret: false, $"Member must have value greater than or equal to {min}");
        }
        else if (number.Value > max)
        {
            Violation(name, number.Text, secret: false, $"Member must have value less than or equal to {max}");
        }
    }

    private void Missing(string name) =>
        violations.Add($"Value null at '{path}{name}' failed to satisfy constraint: Member must not be null");

    private void Violation(string name, string value, bool secret, string constraint) =>
        violations.Add($"Value {(secret ? "" : $"'{value}' ")}at '{path}{name}' failed to satisfy constraint: {constraint}");

    private static AwsException WrongType(Json found, string expected) => AwsErrors.Serialization(found switch
    {
        JsonObject => "Start of structure or map found where not expected.",
        JsonArray => "Start of list found where not expected",
        JsonString => $"STRING_VALUE can not be converted to {expected}",
        JsonNumber => $"NUMBER_VALUE can not be converted to {expected}",
        JsonBoolean { Value: true } => $"TRUE_VALUE can not be converted to {expected}",
        JsonBoolean => $"FALSE_VALUE can not be converted to {expected}",
        _ => $"NULL_VALUE can not be converted to {expected}",
    });
}
