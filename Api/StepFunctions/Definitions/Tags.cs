using TaskOrchestration.Api.StepFunctions.Wire;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>The tags of a request. They are checked but not kept: no action here can show them yet.</summary>
internal static class Tags
{
    public static int Count(RequestFields fields)
    {
        var tags = fields.Structures("tags") ?? [];
        foreach (var tag in tags)
        {
            tag.OptionalText("key", 1, 128);
            tag.OptionalText("value", 0, 256);
        }

        return tags.Count;
    }
}
