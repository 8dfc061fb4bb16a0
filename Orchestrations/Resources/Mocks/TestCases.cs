using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>How executions come to their test cases.</summary>
public static class TestCases
{
    /// <summary>What stands between the ARN of a machine and the name of a test case.</summary>
    public const char Separator = '#';

    /// <summary>The name of the machine whose test cases an execution may have; for a child of a Map Run, that of the machine with the Map.</summary>
    public static string MachineOf(ExecutionStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var slash = start.StateMachineName.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? start.StateMachineName : start.StateMachineName[..slash];
    }

    /// <summary>Why executions of the machine cannot be started with the test case; null if they can.</summary>
    public static string? WhyNot(MockConfiguration mocks, string machineName, string testCase, StateMachine machine)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        if (mocks.Find(machineName, testCase) is not { } found)
        {
            return mocks.WhyMissing(machineName, testCase);
        }

        var others = found.Responses.Keys.Where(state => TestedStates.Find(machine, state) is not TaskState).Order(StringComparer.Ordinal).ToArray();
        return others.Length == 0
            ? null
            : $"expected Task states of the state machine '{machineName}' in the test case '{testCase}', found {string.Join(", ", others.Select(state => $"'{state}'"))}";
    }
}
