using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>Where in an item: an attribute, or something inside one.</summary>
/// <param name="Steps">The name of the attribute, then names and indexes.</param>
internal sealed record DocumentPath(ValueList<PathStep> Steps)
{
    /// <summary>The attribute it begins with.</summary>
    public string Root => Steps[0].Name!;

    /// <summary>The value there, or null.</summary>
    public Json? Find(JsonObject item)
    {
        var found = item[Root];
        foreach (var step in Steps.Skip(1))
        {
            found = Inside(found, step);
        }

        return found;
    }

    /// <summary>Whether one of the two leads to something inside the other, or to the same.</summary>
    public bool Overlaps(DocumentPath other) => Steps.Zip(other.Steps).All(pair => pair.First == pair.Second);

    private static Json? Inside(Json? value, PathStep step) => value is null ? null : (AttributeValue.TypeOf(value), step) switch
    {
        ("M", { Name: { } name }) => ((JsonObject)AttributeValue.ContentOf(value))[name],
        ("L", { Name: null }) when AttributeValue.ContentOf(value) is JsonArray items && step.Index < items.Count => items[step.Index],
        _ => null,
    };
}
