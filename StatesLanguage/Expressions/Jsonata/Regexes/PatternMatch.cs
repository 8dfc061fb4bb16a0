namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>What a regular expression has matched.</summary>
/// <param name="Start">Where the match starts.</param>
/// <param name="Text">The whole match.</param>
/// <param name="Groups">What the groups have matched, from the first on; null for one that took no part.</param>
internal sealed record PatternMatch(int Start, string Text, IReadOnlyList<string?> Groups)
{
    public int End => Start + Text.Length;
}
