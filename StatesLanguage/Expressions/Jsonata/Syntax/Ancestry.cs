using System.Globalization;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>Finds for each <c>%</c> the step whose context it means, and has that step bind it.</summary>
internal sealed class Ancestry
{
    private int count;

    /// <summary>A <c>%</c> with a label of its own.</summary>
    public Node.Parent NewParent(Node.Parent raw) =>
        new(raw.Start, raw.Position, new AncestorSlot("!" + count++.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Has <paramref name="around"/> seek what <paramref name="part"/> of it still seeks.</summary>
    public static void Pass(Node part, Node around)
    {
        if (part.Seeking is null && part is not Node.Parent)
        {
            return;
        }

        var slots = part.Seeking ?? [];
        if (part is Node.Parent parent)
        {
            slots.Add(parent.Slot);
        }

        if (around.Seeking is null)
        {
            around.Seeking = slots;
        }
        else if (!ReferenceEquals(around.Seeking, slots))
        {
            around.Seeking.AddRange(slots);
        }
    }

    /// <summary>Looks among the steps of a path for what its last step seeks.</summary>
    public static void Resolve(Node.Path path)
    {
        var last = path.Steps[^1];
        var slots = last.Seeking ?? [];
        if (last is Node.Parent parent)
        {
            slots.Add(parent.Slot);
        }

        foreach (var slot in slots.ToArray())
        {
            Resolve(path, slot);
        }
    }

    private static void Resolve(Node.Path path, AncestorSlot slot)
    {
        var index = path.Steps.Count - 2;
        while (slot.Level > 0)
        {
            if (index < 0)
            {
                (path.Seeking ??= []).Add(slot);
                return;
            }

            var step = path.Steps[index--];

            // Steps that bind their results with @ in a row all have the same context.
            while (index >= 0 && step.Focus is not null && path.Steps[index].Focus is not null)
            {
                step = path.Steps[index--];
            }

            Seek(step, slot);
        }
    }

    /// <summary>Goes up one level at this step, or as many as it spans.</summary>
    public static void Seek(Node node, AncestorSlot slot)
    {
        switch (node)
        {
            case Node.Name or Node.Wildcard:
                slot.Level--;
                if (slot.Level == 0)
                {
                    Bind(node, slot);
                }

                break;
            case Node.Parent:
                slot.Level++;
                break;
            case Node.Block block:
                if (block.Expressions.Count > 0)
                {
                    block.IsTuple = true;
                    Seek(block.Expressions[^1], slot);
                }

                break;
            case Node.Path path:
                path.IsTuple = true;
                var index = path.Steps.Count - 1;
                Seek(path.Steps[index--], slot);
                while (slot.Level > 0 && index >= 0)
                {
                    Seek(path.Steps[index--], slot);
                }

                break;
            default:
                throw new JsonataFailure("S0217") { Token = node.Type, Position = node.Position };
        }
    }

    private static void Bind(Node node, AncestorSlot slot)
    {
        if (node.Ancestor is { } there)
        {
            slot.Label = there.Label;
        }

        node.Ancestor = slot;
        node.IsTuple = true;
    }
}
