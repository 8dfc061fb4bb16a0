using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>A path of single names and single indexes: it is followed without collecting anything, and can be written to.</summary>
internal sealed class PlainPath
{
    private readonly (string? Name, int Index)[] parts;

    private PlainPath((string? Name, int Index)[] parts) => this.parts = parts;

    /// <summary>The steps as a plain path, null where they are more than that.</summary>
    public static PlainPath? From(PathStep[] steps)
    {
        var taken = new (string? Name, int Index)[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            switch (steps[i])
            {
                case PathStep.Names { All: [var name] }:
                    taken[i] = (name, 0);
                    break;
                case PathStep.Indexes { All: [var index] }:
                    taken[i] = (null, index);
                    break;
                default:
                    return null;
            }
        }

        return new PlainPath(taken);
    }

    /// <summary>Follows the steps, without a message where they lead nowhere.</summary>
    public bool TryFollow(Json root, [NotNullWhen(true)] out Json? value, out PathMissKind kind)
    {
        value = root;
        kind = PathMissKind.NotFound;
        foreach (var (name, index) in parts)
        {
            if (name is not null)
            {
                if (value is not JsonObject members || !members.TryGet(name, out value))
                {
                    value = null;
                    return false;
                }
            }
            else if (value is JsonArray items && (uint)index < (uint)items.Count)
            {
                value = items[index];
            }
            else
            {
                kind = value switch
                {
                    JsonArray => PathMissKind.OutOfBounds,
                    JsonNull => PathMissKind.NotFound,
                    _ => PathMissKind.NotApplicable,
                };
                value = null;
                return false;
            }
        }

        return true;
    }

    /// <summary>The whole with a value put where the path leads; null where there is no such place and none can be made.</summary>
    public Json? Put(Json root, Json value) => Put(root, 0, value);

    /// <summary>The first step that cannot be taken where something is to be written.</summary>
    public string StepThatFails(Json root)
    {
        Json? value = root;
        foreach (var (name, index) in parts)
        {
            var next = (name, value) switch
            {
                (null, JsonArray items) when index < items.Count => items[index],
                (not null, JsonObject members) => members[name],
                _ => null,
            };
            if (next is null && !(name is not null && value is null or JsonObject))
            {
                return name ?? index.ToString(CultureInfo.InvariantCulture);
            }

            value = next;
        }

        throw new UnreachableException("every step can be taken");
    }

    private Json? Put(Json? target, int at, Json value)
    {
        if (at == parts.Length)
        {
            return value;
        }

        var (name, index) = parts[at];
        if (name is not null)
        {
            return PutMember(target, name, at, value);
        }

        return target is JsonArray items && index < items.Count && Put(items[index], at + 1, value) is { } item
            ? WithItem(items, index, item)
            : null;
    }

    private JsonObject? PutMember(Json? target, string name, int at, Json value)
    {
        if (target is not (null or JsonObject))
        {
            return null;
        }

        var members = target as JsonObject ?? JsonObject.Empty;
        return Put(members[name], at + 1, value) is { } member ? members.With(name, member) : null;
    }

    private static JsonArray WithItem(JsonArray items, int index, Json item)
    {
        var changed = items.AsSpan().ToArray();
        changed[index] = item;
        return JsonArray.Owning(changed);
    }
}
