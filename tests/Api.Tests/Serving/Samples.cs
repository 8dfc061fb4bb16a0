using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Serving;

/// <summary>Names, ARNs and records that tests share.</summary>
internal static class Samples
{
    public const string MachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:Greeter";
    public const string ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:Greeter:first";
    public const string ExpressArn = "arn:aws:states:us-east-1:123456789012:express:Greeter:first:0b6d52c1-62f0-4b0c-a4a2-b74d5f4a8f0e";
    public const string Role = "arn:aws:iam::123456789012:role/Greeter";
    public const string Definition = """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":"hello","End":true}}}""";

    public static StateMachineRecord Machine { get; } = new()
    {
        Arn = MachineArn,
        Name = "Greeter",
        Type = StateMachineType.Standard,
        Definition = Definition,
        RoleArn = Role,
        CreationDate = FixedTime.Beginning,
        UpdateDate = FixedTime.Beginning.AddSeconds(5),
    };

    public static ExecutionSummary Summary(ExecutionStatus status = ExecutionStatus.Running, string name = "first") => new()
    {
        ExecutionArn = $"arn:aws:states:us-east-1:123456789012:execution:Greeter:{name}",
        StateMachineArn = MachineArn,
        Name = name,
        Status = status,
        StartDate = FixedTime.Beginning,
        StopDate = status == ExecutionStatus.Running ? null : FixedTime.Beginning.AddMilliseconds(1_075),
    };

    public static ExecutionDescription Description(ExecutionStatus status, Failure? failure = null) => new()
    {
        Summary = Summary(status),
        Input = Json.Parse("""{"who":"Ada"}"""),
        Output = status == ExecutionStatus.Succeeded ? Json.Of("hello") : null,
        Failure = failure,
    };

    /// <summary>A request's text with its single quotes as double ones, for tables of requests that stay readable.</summary>
    public static string Quoted(string request) => request.Replace('\'', '"');
}
