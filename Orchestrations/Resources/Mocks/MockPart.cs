using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>A value in a mock configuration, with its place and where its mistakes go.</summary>
internal sealed class MockPart(Json? value, string pointer, List<MockProblem> problems)
{
    /// <summary>The name it stands under.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The value; null where there is none.</summary>
    public Json? Value => value;

    /// <summary>Its members; none where it is no object, which is reported.</summary>
    public IEnumerable<MockPart> Members()
    {
        if (value is JsonObject members)
        {
            return members.Select(member => Part(member.Key, member.Value));
        }

        Report("an object", Shown());
        return [];
    }

    /// <summary>A member that must be there. One that is not stands for an empty object once that is reported.</summary>
    public MockPart Required(string name)
    {
        if (value is JsonObject members && !members.Contains(name))
        {
            Report($"a member \"{name}\"", members.Count == 0 ? "none" : $"only {Names(members)}");
            return Part(name, JsonObject.Empty);
        }

        return Part(name, (value as JsonObject)?[name] ?? JsonObject.Empty);
    }

    /// <summary>A member, or null.</summary>
    public MockPart? Optional(string name) => (value as JsonObject)?[name] is { } member ? Part(name, member) : null;

    /// <summary>Reports what is no object, and members of other names.</summary>
    public void Only(params ReadOnlySpan<string> names)
    {
        if (value is not JsonObject members)
        {
            Report("an object", Shown());
            return;
        }

        foreach (var (name, _) in members)
        {
            if (!names.Contains(name))
            {
                Part(name, member: null).Report($"only the members {string.Join(", ", names.ToArray())}", $"\"{name}\"");
            }
        }
    }

    /// <summary>The text it is; null where it is none, which is reported.</summary>
    public string? Text()
    {
        if (value is JsonString text)
        {
            return text.Value;
        }

        Report("a text", Shown());
        return null;
    }

    /// <summary>Reports a mistake here.</summary>
    public void Report(string expected, string found) => problems.Add(new MockProblem(pointer, expected, found));

    private string Shown() => value switch
    {
        JsonObject => "an object",
        JsonArray => "a list",
        _ => $"{value}",
    };

    private MockPart Part(string name, Json? member) =>
        new(member, $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", problems) { Name = name };

    private static string Names(JsonObject members) => string.Join(", ", members.Select(member => $"\"{member.Key}\""));
}
