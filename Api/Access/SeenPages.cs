using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Access;

/// <summary>Pages of a list of which a caller may see a part only.</summary>
internal static class SeenPages
{
    /// <summary>How many pages are read for one, where most of what is on them is not the caller's to see.</summary>
    private const int MostPages = 20;

    /// <summary>A page without what is not to be seen. What it loses, the next ones make up for.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="member">The member of the answer with the items.</param>
    /// <param name="isSeen">Whether an item is to be seen.</param>
    /// <param name="ask">Answers it.</param>
    public static async ValueTask<JsonObject> AnswerAsync(JsonObject request, string member, Func<Json, ValueTask<bool>> isSeen, Func<JsonObject, ValueTask<JsonObject>> ask)
    {
        var answer = await ask(request);
        if (answer[member] is not JsonArray first)
        {
            return answer;
        }

        var kept = await SeenAsync(first, isSeen);
        for (var pages = 1; kept.Count < first.Count && pages < MostPages && answer["nextToken"] is { } next; pages++)
        {
            answer = await ask(request.With("nextToken", next).With("maxResults", Json.Of((long)(first.Count - kept.Count))));
            kept.AddRange(await SeenAsync((JsonArray)answer[member]!, isSeen));
        }

        return answer.With(member, JsonArray.Of(kept));
    }

    private static async ValueTask<List<Json>> SeenAsync(JsonArray page, Func<Json, ValueTask<bool>> isSeen)
    {
        var seen = new List<Json>();
        foreach (var item in page)
        {
            if (await isSeen(item))
            {
                seen.Add(item);
            }
        }

        return seen;
    }
}
