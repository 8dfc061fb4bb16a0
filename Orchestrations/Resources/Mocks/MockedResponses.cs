using System.Globalization;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>Reads what attempts get: <c>{"0": {"Throw": …}, "1-2": {"Return": …}}</c>.</summary>
internal static class MockedResponses
{
    public static MockedResponse Read(MockPart response)
    {
        var ranges = new List<MockedRange>();
        var taken = new List<(int First, int Last)>();
        foreach (var part in response.Members())
        {
            var outcome = ReadOutcome(part);
            if (ReadAttempts(part) is not var (first, last))
            {
                continue;
            }

            if (taken.Exists(other => other.First <= last && first <= other.Last))
            {
                part.Report("attempts that no other member is for", $"\"{part.Name}\", which overlaps another one");
            }

            taken.Add((first, last));
            if (outcome is not null)
            {
                ranges.Add(new MockedRange(first, last, outcome));
            }
        }

        if (taken.Count == 0 && response.Value is JsonObject { Count: 0 })
        {
            response.Report("a response for at least one attempt, such as \"0\"", "none");
        }

        return new MockedResponse(response.Name, ranges);
    }

    private static (int First, int Last)? ReadAttempts(MockPart part)
    {
        var dash = part.Name.IndexOf('-', StringComparison.Ordinal);
        var first = Number(dash < 0 ? part.Name : part.Name[..dash]);
        var last = dash < 0 ? first : Number(part.Name[(dash + 1)..]);
        if (first is { } from && last is { } to && from <= to)
        {
            return (from, to);
        }

        part.Report("the number of an attempt, counted from 0, or a range such as \"1-2\"", $"\"{part.Name}\"");
        return null;
    }

    private static TaskOutcome? ReadOutcome(MockPart part)
    {
        part.Only("Return", "Throw");
        var (result, thrown) = (part.Optional("Return"), part.Optional("Throw"));
        if ((result is null) == (thrown is null) && part.Value is JsonObject)
        {
            part.Report("one of Return and Throw", result is null ? "none" : "both");
        }

        return result?.Value is { } value ? new TaskOutcome.Succeeded(value)
            : thrown is not null ? ReadFailure(thrown)
            : null;
    }

    private static TaskOutcome.Failed? ReadFailure(MockPart thrown)
    {
        thrown.Only("Error", "Cause");
        var error = thrown.Value is JsonObject ? RequiredText(thrown, "Error") : null;
        var cause = thrown.Optional("Cause")?.Text();
        return error is null ? null : new TaskOutcome.Failed(new Failure(error, cause));
    }

    private static string? RequiredText(MockPart part, string name)
    {
        if (part.Optional(name) is { } member)
        {
            return member.Text();
        }

        part.Report($"a member \"{name}\"", "none");
        return null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
