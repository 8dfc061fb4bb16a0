using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A copy of a value whose objects may be changed until it is finished. What is not part of the copy stays as it is.</summary>
internal sealed class Draft
{
    /// <summary>What it takes to copy an object and to remember it.</summary>
    private const int StepsPerObject = 8;

    private readonly Evaluation evaluation;
    private readonly HashSet<Json> own = new(ReferenceEqualityComparer.Instance);

    public Draft(Evaluation evaluation, Json? value)
    {
        this.evaluation = evaluation;
        Root = value is null ? null : Copy(value, isDraft: true);
    }

    /// <summary>The copy, to look for what is to be changed.</summary>
    public Json? Root { get; }

    /// <summary>Sets members of an object.</summary>
    public void Set(Json target, JsonObject members)
    {
        if (target is not (JsonObject or JsonArray) && members.Count > 0)
        {
            throw new JsonataFailure(null) { Text = $"Cannot create property '{members.Names[0]}' on {ErrorTexts.Shown(target)}" };
        }

        if (target is not JsonObject draft || !own.Contains(draft))
        {
            return;
        }

        for (var i = 0; i < members.Count; i++)
        {
            // A copy, so that nothing can come to hold itself.
            draft.Draft(members.Names[i], Copy(members.Values[i], isDraft: false));
        }
    }

    /// <summary>Takes a member out of an object.</summary>
    public void Delete(Json target, string name)
    {
        if (target is JsonObject draft && own.Contains(draft))
        {
            draft.Draft(name, value: null);
        }
    }

    /// <summary>The copy as it is now, never to change again.</summary>
    public Json? Finished() => Root is null ? null : evaluation.Nested(Copy(Root, isDraft: false));

    private Json Copy(Json value, bool isDraft)
    {
        if (value is JsonArray list)
        {
            evaluation.BuildItems(list.Count);
            evaluation.Step(list.Count);
            var items = new Json[list.Count];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = Copy(list[i], isDraft);
            }

            return JsonArray.Owning(items);
        }

        return value is JsonObject members ? Copy(members, isDraft) : value;
    }

    private JsonObject Copy(JsonObject members, bool isDraft)
    {
        evaluation.BuildItems(2L * members.Count);
        evaluation.Step(StepsPerObject + members.Count);
        var values = new Json[members.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Copy(members.Values[i], isDraft);
        }

        if (!isDraft)
        {
            return JsonObject.Owning(members.Names.ToArray(), values);
        }

        var copy = JsonObject.NewDraft(members.Names.ToArray(), values);
        own.Add(copy);
        return copy;
    }
}
