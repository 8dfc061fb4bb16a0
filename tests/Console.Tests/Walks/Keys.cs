using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TaskOrchestration.Console.Tests.Stage;

namespace TaskOrchestration.Console.Tests.Walks;

/// <summary>Keys for the people of the walks.</summary>
internal static class Keys
{
    /// <summary>Makes a key, and answers with it as <c>ID.SECRET</c>.</summary>
    public static async Task<string> MakeKeyAsync(this ServedConsole served, string owner, params string[] roles)
    {
        using var client = new HttpClient { BaseAddress = served.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", served.Key);
        using var answer = await client.PostAsJsonAsync("/api/v1/keys", new { owner, roles });
        Assert.Equal(201, (int)answer.StatusCode);
        var key = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return $"{key["id"]!.GetValue<string>()}.{key["secret"]!.GetValue<string>()}";
    }
}
