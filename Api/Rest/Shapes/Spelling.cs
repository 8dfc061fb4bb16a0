namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>How a text is spelled: for programs, and for people, who are not shown the pattern.</summary>
/// <param name="Pattern">A regular expression that means the same to .NET and to ECMAScript, anchored at both ends.</param>
/// <param name="Words">The same in words, which follow on "Expected".</param>
internal sealed record Spelling(string Pattern, string Words);
