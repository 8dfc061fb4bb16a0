namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>How a text is spelled.</summary>
/// <param name="pattern">A regular expression that means the same to .NET and to ECMAScript, anchored at both ends.</param>
/// <param name="words">The same in words, which follow on "Expected".</param>
[AttributeUsage(AttributeTargets.Property)]
internal class SpelledAttribute(string pattern, string words) : Attribute
{
    public Spelling Spelling { get; } = new(pattern, words);
}
