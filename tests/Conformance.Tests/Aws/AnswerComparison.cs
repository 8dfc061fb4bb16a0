using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Aws;

/// <summary>Compares an answer of the API with the recorded <c>response</c> or <c>error</c>.</summary>
internal static class AnswerComparison
{
    /// <summary>The differences; nothing recorded asks for nothing but success.</summary>
    public static IReadOnlyList<string> Compare(JsonObject filled, JsonObject? expect, ApiAnswer answer, bool fails = false)
    {
        if (expect.Object("error") is { } error)
        {
            // An error of the SDK's own was raised before anything was sent: a server may word it as it likes.
            var recorded = error.IsTrue("client_side") ? JsonObject.Empty : JsonObject.Of(error.Where(member => member.Key is "code" or "message"));
            return answer.IsError ? Matcher.Compare(filled, recorded, JsonObject.Of(answer.Error.Where(member => recorded.Contains(member.Key)))) : [$"expected the error {error}, got {answer.Body}"];
        }

        if (fails)
        {
            return answer.IsError ? [] : [$"expected an error, got {answer.Body}"];
        }

        if (answer.IsError)
        {
            return [$"expected {expect?["response"]?.ToString() ?? "success"}, got {answer.Body}"];
        }

        return expect?["response"] is { } response ? Matcher.Compare(filled, response, Sorted(filled, answer.Body)) : [];
    }

    /// <summary>The test that made the recording sorted the lists of references, which have no order of their own.</summary>
    private static JsonObject Sorted(JsonObject filled, JsonObject response) =>
        filled.Texts("history_notes").Contains("variable-references-sorted") && response.Object("variableReferences") is { } references
            ? response.With("variableReferences", JsonObject.Of(references.Select(Sorted)))
            : response;

    private static KeyValuePair<string, Json> Sorted(KeyValuePair<string, Json> reference) => KeyValuePair.Create<string, Json>(
        reference.Key,
        JsonArray.Of(((JsonArray)reference.Value).OrderBy(name => name.ToString(), StringComparer.Ordinal)));
}
