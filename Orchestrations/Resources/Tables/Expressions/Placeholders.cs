using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>What <c>#names</c> and <c>:values</c> stand for in the expressions of one request. Everything that is given has to be used.</summary>
internal sealed class Placeholders
{
    private readonly JsonObject names;
    private readonly JsonObject values;
    private readonly HashSet<string> used = [];

    /// <summary>Those of a request.</summary>
    public Placeholders(ServiceRequest request)
    {
        names = request.Structure("ExpressionAttributeNames") ?? JsonObject.Empty;
        values = AttributeValue.ReadAll(request.Structure("ExpressionAttributeValues") ?? JsonObject.Empty);
    }

    /// <summary>The name of an attribute.</summary>
    public string NameOf(string placeholder, string expression)
    {
        used.Add(placeholder);
        return names[placeholder] is JsonString name
            ? name.Value
            : throw AttributeValue.Invalid($"Invalid {expression}: An expression attribute name used in the document path is not defined; attribute name: {placeholder}");
    }

    /// <summary>A value.</summary>
    public Json ValueOf(string placeholder, string expression)
    {
        used.Add(placeholder);
        return values[placeholder]
            ?? throw AttributeValue.Invalid($"Invalid {expression}: An expression attribute value used in expression is not defined; attribute value: {placeholder}");
    }

    /// <summary>Makes sure that nothing is given in vain.</summary>
    /// <exception cref="ServiceException">Something is.</exception>
    public void CheckUse()
    {
        Check(names, "Names");
        Check(values, "Values");
    }

    private void Check(JsonObject given, string what)
    {
        var idle = given.Select(member => member.Key).Where(name => !used.Contains(name)).ToArray();
        if (idle.Length > 0)
        {
            throw AttributeValue.Invalid($"Value provided in ExpressionAttribute{what} unused in expressions: keys: {{{string.Join(", ", idle)}}}");
        }
    }
}
