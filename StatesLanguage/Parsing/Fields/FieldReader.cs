using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads the fields of one object of a definition. What is not as it should be becomes a problem, and the field counts as absent.</summary>
internal sealed class FieldReader(JsonObject fields, Place place, QueryLanguage language, ParsingScope scope)
{
    public JsonObject Fields => fields;

    public Place Place => place;

    /// <summary>The language of the state to which the object belongs.</summary>
    public QueryLanguage Language => language;

    public ParsingScope Scope => scope;

    public bool IsJsonata => language == QueryLanguage.Jsonata;

    /// <summary>Whether the state is in JSONPath although its machine is in JSONata, which has been reported.</summary>
    public bool HasRefusedLanguage => language == QueryLanguage.JsonPath && scope.MachineLanguage == QueryLanguage.Jsonata;

    public FieldReader In(QueryLanguage other) => new(fields, place, other, scope);

    public bool Has(string name) => fields.Contains(name);

    public Json? Find(string name) => fields[name];

    /// <summary>Where a field of this object is.</summary>
    public Place At(string name) => place.Member(name);

    public void Report(string message) => scope.Problems.Add(ProblemCode.Schema, message, place);

    public void ReportAt(string name, string message) => scope.Problems.Add(ProblemCode.Schema, message, At(name));

    public string? Text(string name)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case JsonString text:
                return text.Value;
            case var other:
                ReportKind(name, "String", other);
                return null;
        }
    }

    public bool? Flag(string name)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case JsonBoolean flag:
                return flag.Value;
            case var other:
                ReportKind(name, "Boolean", other);
                return null;
        }
    }

    /// <summary>A whole number within limits; <c>5.0</c> counts as whole.</summary>
    public long? Integer(string name, long minimum, long maximum)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case JsonNumber number when Wholeness.TryGet(number, out var whole):
                if (whole >= minimum && whole <= maximum)
                {
                    return whole;
                }

                ReportRange(name, minimum, maximum, number);
                return null;
            case var other:
                ReportKind(name, "Integer", other);
                return null;
        }
    }

    /// <summary>A number within limits.</summary>
    public JsonNumber? Number(string name, double minimum, double maximum)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case JsonNumber number:
                if (number.Value >= minimum && number.Value <= maximum)
                {
                    return number;
                }

                ReportRange(name, minimum, maximum, number);
                return null;
            case var other:
                ReportKind(name, "Number", other);
                return null;
        }
    }

    /// <summary>One of a few texts.</summary>
    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name);
        if (text is null || allowed.Contains(text))
        {
            return text;
        }

        scope.Problems.Add(ProblemCode.Schema, $"Value should be one of the following: [{string.Join(", ", allowed!)}]", At(name), Json.Of(text));
        return null;
    }

    /// <summary>A nested object.</summary>
    public FieldReader? Object(string name)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case JsonObject nested:
                return new FieldReader(nested, At(name), language, scope);
            case var other:
                ReportKind(name, "Object", other);
                return null;
        }
    }

    /// <summary>A list of objects. Items that are none are reported and left out.</summary>
    public IReadOnlyList<FieldReader> Objects(string name)
    {
        var found = new List<FieldReader>();
        if (List(name) is { } items)
        {
            var list = At(name);
            for (var i = 0; i < items.Count; i++)
            {
                var at = list.Item(i);
                if (items[i] is JsonObject item)
                {
                    found.Add(new FieldReader(item, at, language, scope));
                }
                else
                {
                    scope.Problems.Add(ProblemCode.Schema, Mismatch.Of("Object"), at, items[i]);
                }
            }
        }

        return found;
    }

    /// <summary>Reports a list without items.</summary>
    public void RequireItems(string name)
    {
        if (Find(name) is JsonArray { Count: 0 })
        {
            ReportAt(name, "Value cannot be empty");
        }
    }

    public JsonArray? List(string name)
    {
        switch (Find(name))
        {
            case null:
                return null;
            case JsonArray list:
                return list;
            case var other:
                ReportKind(name, "Array", other);
                return null;
        }
    }

    /// <summary>Reports the fields that are missing, all of them in one problem as AWS does.</summary>
    public void Require(params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            if (!Has(name))
            {
                missing.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            Report($"These fields are required: [{string.Join(", ", missing)}]");
        }
    }

    /// <summary>Reports fields of which at most one may be there.</summary>
    public void AtMostOne(params ReadOnlySpan<string> names)
    {
        var present = new List<string>();
        foreach (var name in names)
        {
            if (Has(name))
            {
                present.Add(name);
            }
        }

        if (present.Count > 1)
        {
            Report($"Expected only one of the fields [{string.Join(", ", names!)}], found [{string.Join(", ", present)}]");
        }
    }

    public void ReportKind(string name, string expected, Json found) => scope.Problems.Add(ProblemCode.Schema, Mismatch.Of(expected), At(name), found);

    /// <summary>Reports a value that is neither of the kind nor a JSONata expression.</summary>
    public void ReportKindOrQuery(string name, string expected, Json found) => scope.Problems.Add(ProblemCode.Schema, Mismatch.OfOrQuery(expected), At(name), found);

    private void ReportRange<T>(string name, T minimum, T maximum, JsonNumber found) =>
        ReportAt(name, FormattableString.Invariant($"Expected a number from {minimum} to {maximum}, found {found.Text}"));
}
