using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>Changes what is at a path of an item.</summary>
internal static class PathChange
{
    /// <summary>Puts a value there; in a list, past its end, at its end.</summary>
    public static JsonObject Set(JsonObject item, DocumentPath path, Json value) =>
        item.With(path.Root, path.Steps.Count == 1 ? value : Inside(item[path.Root], path, 1, value));

    /// <summary>Takes away what is there. Nothing there is nothing taken away, but what it would be in has to be there.</summary>
    public static JsonObject Remove(JsonObject item, DocumentPath path) =>
        path.Steps.Count == 1 ? item.Without(path.Root) : item.With(path.Root, Inside(item[path.Root], path, 1, value: null));

    /// <summary>A container with something changed in it.</summary>
    /// <param name="container">What the step leads into.</param>
    /// <param name="path">The path.</param>
    /// <param name="at">Which step.</param>
    /// <param name="value">What is put there, or null to take away.</param>
    private static JsonObject Inside(Json? container, DocumentPath path, int at, Json? value)
    {
        var isLast = at == path.Steps.Count - 1;
        var step = path.Steps[at];
        if (container is not null && step.Name is { } name && AttributeValue.TypeOf(container) == "M")
        {
            var members = (JsonObject)AttributeValue.ContentOf(container);
            var changed = isLast ? value : Inside(members[name], path, at + 1, value);
            return JsonObject.Of(("M", changed is null ? members.Without(name) : members.With(name, changed)));
        }

        if (container is not null && step.Name is null && AttributeValue.TypeOf(container) == "L")
        {
            var items = ((JsonArray)AttributeValue.ContentOf(container)).ToList();
            Change(items, step.Index, isLast ? value : Inside(step.Index < items.Count ? items[step.Index] : null, path, at + 1, value));
            return JsonObject.Of(("L", JsonArray.Of(items)));
        }

        throw AttributeValue.Invalid("The document path provided in the update expression is invalid for update");
    }

    private static void Change(List<Json> items, int index, Json? value)
    {
        if (value is null)
        {
            if (index < items.Count)
            {
                items.RemoveAt(index);
            }
        }
        else if (index < items.Count)
        {
            items[index] = value;
        }
        else
        {
            items.Add(value);
        }
    }
}
