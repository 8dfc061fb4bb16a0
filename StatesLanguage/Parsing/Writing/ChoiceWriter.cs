using System.Diagnostics;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes choice rules and their conditions.</summary>
internal static class ChoiceWriter
{
    public static void Write(ChoiceState choice, JsonObjectBuilder fields) =>
        fields
            .Set("Choices", JsonArray.Of(choice.Choices.Select(Write)))
            .SetIfPresent("Default", choice.Default);

    private static JsonObject Write(ChoiceRule rule)
    {
        var fields = new JsonObjectBuilder();
        Write(rule.Condition, fields);
        TemplateWriter.Write(rule.Output, "Output", fields);
        TemplateWriter.Write(rule.Assign, fields);
        return fields
            .SetIfPresent("Comment", rule.Comment)
            .Set("Next", Json.Of(rule.Next))
            .Build();
    }

    private static JsonObject Write(Condition condition)
    {
        var fields = new JsonObjectBuilder();
        Write(condition, fields);
        return fields.Build();
    }

    private static void Write(Condition condition, JsonObjectBuilder fields)
    {
        switch (condition)
        {
            case Condition.And and:
                fields.Set("And", JsonArray.Of(and.Conditions.Select(Write)));
                break;
            case Condition.Or or:
                fields.Set("Or", JsonArray.Of(or.Conditions.Select(Write)));
                break;
            case Condition.Not not:
                fields.Set("Not", Write(not.Condition));
                break;
            case Condition.Compare compare:
                fields.Set("Variable", Json.Of(compare.Variable.Text)).Set(compare.Comparison.ToString(), compare.Value);
                break;
            case Condition.ComparePath compare:
                fields.Set("Variable", Json.Of(compare.Variable.Text)).Set(compare.Comparison + "Path", Json.Of(compare.Other.Text));
                break;
            case Condition.Holds holds:
                TemplateWriter.Write(holds.Expression, "Condition", fields);
                break;
            default:
                throw new UnreachableException($"expected one of the six conditions, found {condition.GetType()}");
        }
    }
}
