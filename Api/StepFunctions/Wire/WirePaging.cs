using TaskOrchestration.Api.Listing;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Reads the tokens of pages as AWS does.</summary>
internal static class WirePaging
{
    /// <summary>What a token says.</summary>
    /// <returns>The position, or null for the first page.</returns>
    /// <exception cref="AwsException">The token was not given out for this question, has been changed, or is older than a day.</exception>
    public static string? Read(this PageTokens tokens, string question, string? token) =>
        token is null ? null : tokens.Find(question, token) ?? throw AwsErrors.InvalidToken();
}
