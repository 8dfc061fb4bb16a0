namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>The test cases that executions can be started with: the <c>MockConfigFile.json</c> of AWS Step Functions Local.</summary>
/// <param name="Machines">The test cases, by the name of the machine and their own.</param>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html">Configuration file for mocked service integrations</seealso>
public sealed record MockConfiguration(IReadOnlyDictionary<string, IReadOnlyDictionary<string, MockedTestCase>> Machines)
{
    /// <summary>No test cases.</summary>
    public static readonly MockConfiguration None = new(new Dictionary<string, IReadOnlyDictionary<string, MockedTestCase>>());

    /// <summary>A test case, or null where there is none.</summary>
    public MockedTestCase? Find(string machineName, string testCase) => Machines.GetValueOrDefault(machineName)?.GetValueOrDefault(testCase);

    /// <summary>Why there is no such test case, with those there are.</summary>
    public string WhyMissing(string machineName, string testCase)
    {
        if (Machines.Count == 0)
        {
            return $"expected a mock configuration with the test case '{testCase}', found none";
        }

        return Machines.TryGetValue(machineName, out var testCases)
            ? $"expected a test case of the state machine '{machineName}' ({List(testCases.Keys)}), found '{testCase}'"
            : $"expected a state machine of the mock configuration ({List(Machines.Keys)}), found '{machineName}'";
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
