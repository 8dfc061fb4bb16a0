using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>What a child of a Map Run is born with. All of it follows from the task and the child's number, so that starting it twice starts one.</summary>
public static class ChildStart
{
    /// <summary>The start of a child.</summary>
    public static ExecutionStart Of(TaskRequest task, MapRunRequest request, ChildInput child)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(child);
        var arn = MapRunArn.Parse(request.MapRunArn);
        var name = Name(request.MapRunArn, child.Index);
        var parent = task.Execution;
        return new ExecutionStart
        {
            ExecutionArn = arn.ChildArn(name),
            Name = name,
            StateMachineArn = arn.ChildMachineArn,
            StateMachineName = arn.ChildMachineName,
            RoleArn = parent.RoleArn,
            Input = child.Input,
            Seed = Seed(parent.Seed, request.MapRunArn, child.Index),
            Parent = new ParentTask(parent.ExecutionArn, task.Task),
            OutermostName = parent.IsMapRunChild ? parent.RunName : null,
            TestCase = parent.TestCase,
            Rules = parent.Rules,
            Limits = request.ExecutionType == StateMachineType.Express
                ? ExecutionLimits.Express with { PayloadBytes = parent.Limits.PayloadBytes }
                : parent.Limits,
        };
    }

    /// <summary>The name of a Map Run's child. Anyone who knows the Map Run can work it out.</summary>
    public static string Name(string mapRunArn, long index) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{mapRunArn} {index}")).AsSpan(0, 16), bigEndian: true).ToString();

    /// <summary>Unlike the name it must not be guessed: task tokens are proved by it.</summary>
    private static string Seed(string seed, string mapRunArn, long index) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(seed), Encoding.UTF8.GetBytes($"{mapRunArn} {index}")));
}
