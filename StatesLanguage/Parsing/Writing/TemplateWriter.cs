using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes expressions.</summary>
internal static class TemplateWriter
{
    /// <summary>Writes a payload template, unless there is none.</summary>
    public static void Write(Expression? template, string name, JsonObjectBuilder fields)
    {
        if (template is not null)
        {
            fields.Set(name, Write(template));
        }
    }

    /// <summary>Writes a fixed value under <paramref name="name"/>, a path or an intrinsic function under its <c>…Path</c> twin.</summary>
    public static void WriteEither(Expression? expression, string name, JsonObjectBuilder fields)
    {
        switch (expression)
        {
            case null:
                break;
            case Expression.Constant constant:
                fields.Set(name, constant.Value);
                break;
            case Expression.Query query:
                fields.Set(name, Json.Of(JsonataText.Write(query.Jsonata)));
                break;
            default:
                fields.Set(name + "Path", Json.Of(ComputedText(expression)));
                break;
        }
    }

    /// <summary>Writes an <c>Assign</c> field, unless it is empty.</summary>
    public static void Write(ValueList<Assignment> assignments, JsonObjectBuilder fields)
    {
        if (assignments.Count == 0)
        {
            return;
        }

        var members = new JsonObjectBuilder(assignments.Count);
        foreach (var assignment in assignments)
        {
            WriteMember(assignment.Variable, assignment.Value, members);
        }

        fields.Set("Assign", members.Build());
    }

    private static Json Write(Expression template) => template switch
    {
        Expression.Constant constant => constant.Value,
        Expression.ObjectOf fields => WriteObject(fields),
        Expression.ListOf list => JsonArray.Of(list.Items.Select(Write)),
        _ => Json.Of(ComputedText(template)),
    };

    private static JsonObject WriteObject(Expression.ObjectOf template)
    {
        var members = new JsonObjectBuilder(template.Fields.Count);
        foreach (var field in template.Fields)
        {
            WriteMember(field.Name, field.Value, members);
        }

        return members.Build();
    }

    private static void WriteMember(string name, Expression value, JsonObjectBuilder members) =>
        members.Set(value is Expression.PathTo or Expression.Call ? name + ".$" : name, Write(value));

    private static string ComputedText(Expression expression) => expression switch
    {
        Expression.PathTo path => path.Path.Text,
        Expression.Call call => call.Function.Text,
        Expression.Query query => JsonataText.Write(query.Jsonata),
        _ => throw new UnreachableException($"expected a path, an intrinsic function or a query, found {expression.GetType()}"),
    };
}
