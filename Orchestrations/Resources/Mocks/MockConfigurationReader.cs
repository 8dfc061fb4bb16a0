using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>Reads mock configurations.</summary>
public static class MockConfigurationReader
{
    /// <summary>Reads a text. Never throws: whatever is wrong is among the problems, all of it at once.</summary>
    public static ParsedMocks Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new List<MockProblem>();
        var configuration = Read(text, problems);
        return new ParsedMocks(problems.Count == 0 ? configuration : null, [.. problems]);
    }

    private static MockConfiguration? Read(string text, List<MockProblem> problems)
    {
        try
        {
            var root = new MockPart(Json.Parse(text), "", problems);
            problems.AddRange(SourceMap.Of(text).DuplicateKeys.Select(pointer => new MockProblem(pointer, "each name once", "it again")));
            return Read(root);
        }
        catch (JsonSyntaxException e)
        {
            problems.Add(new MockProblem("", "JSON", $"at line {e.Line}, column {e.Column}: {e.Message}"));
            return null;
        }
    }

    private static MockConfiguration Read(MockPart root)
    {
        root.Only("StateMachines", "MockedResponses");
        var responses = root.Required("MockedResponses").Members().ToDictionary(part => part.Name, MockedResponses.Read, StringComparer.Ordinal);
        var machines = root.Required("StateMachines").Members().ToDictionary(part => part.Name, machine => ReadMachine(machine, responses), StringComparer.Ordinal);
        return new MockConfiguration(machines);
    }

    private static IReadOnlyDictionary<string, MockedTestCase> ReadMachine(MockPart machine, Dictionary<string, MockedResponse> responses)
    {
        machine.Only("TestCases");
        return machine.Required("TestCases").Members().ToDictionary(part => part.Name, testCase => ReadTestCase(testCase, responses), StringComparer.Ordinal);
    }

    private static MockedTestCase ReadTestCase(MockPart testCase, Dictionary<string, MockedResponse> responses)
    {
        var mocked = new Dictionary<string, MockedResponse>(StringComparer.Ordinal);
        foreach (var state in testCase.Members())
        {
            if (state.Text() is not { } name)
            {
                continue;
            }

            if (responses.TryGetValue(name, out var response))
            {
                mocked[state.Name] = response;
            }
            else
            {
                state.Report("the name of a member of MockedResponses", $"'{name}'");
            }
        }

        return new MockedTestCase(testCase.Name, mocked);
    }
}
