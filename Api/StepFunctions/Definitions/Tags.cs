using System.Buffers;
using System.Text;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>The tags of a request.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#concepts-tagging">What tags may hold</seealso>
internal static class Tags
{
    private const string Reserved = "aws:";

    private static readonly SearchValues<char> Symbols = SearchValues.Create("_.:/=+-@");

    /// <summary>The tags, as far as their lengths are right; none where the request has no such member.</summary>
    public static ValueList<ResourceTag> Read(RequestFields fields) => [.. (fields.Structures("tags") ?? []).Select(ReadTag)];

    /// <summary>What AWS checks once every value is within its bounds.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="resource">What is to have them, for the message.</param>
    public static void Check(ValueList<ResourceTag> tags, string resource)
    {
        if (tags.DistinctBy(tag => tag.Key).Count() > Bounds.Tags)
        {
            throw AwsErrors.TooManyTags(resource);
        }

        foreach (var tag in tags)
        {
            CheckText("key", tag.Key);
            CheckText("value", tag.Value);
        }

        CheckKeys(tags.Select(tag => tag.Key));
    }

    /// <summary>Refuses keys that are AWS's own.</summary>
    public static void CheckKeys(IEnumerable<string> keys)
    {
        if (keys.FirstOrDefault(key => key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            throw AwsErrors.Validation($"Tag keys that begin with 'aws:' are reserved. Received: '{reserved}'");
        }
    }

    private static ResourceTag ReadTag(RequestFields tag)
    {
        tag.Require("key");
        return new ResourceTag(tag.OptionalText("key", 1, Bounds.TagKey) ?? "", tag.OptionalText("value", 0, Bounds.TagValue) ?? "");
    }

    private static void CheckText(string member, string text)
    {
        if (!text.EnumerateRunes().All(IsAllowed))
        {
            throw AwsErrors.Validation($"A tag {member} may only have Unicode letters, digits, white space, or these symbols: _ . : / = + - @. Received: '{text}'");
        }
    }

    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || Rune.IsWhiteSpace(rune) || (rune.IsBmp && Symbols.Contains((char)rune.Value));
}
