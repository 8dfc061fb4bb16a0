using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>How a task fails that names a function nobody has registered.</summary>
/// <remarks>
/// For an ARN and for <c>lambda:invoke</c> in AWS's very words, which machines match on. A bare name as Resource means nothing on AWS, so there the
/// cause can say what to do.
/// </remarks>
internal static class FunctionNotFound
{
    public const string Error = "Lambda.ResourceNotFoundException";

    public static Failure For(FunctionReference function, TaskCall call, bool byService) =>
        new(Error, byService || function.IsArn ? LambdaCause(function, call) : Advice(function));

    public static string Advice(FunctionReference function) =>
        $"No function '{function.Name}' is registered. Register one in C# with services.AddTaskHandler(\"{function.Name}\", …), or give its address in the "
        + $"configuration: Functions:{function.Name} = http://…";

    private static string LambdaCause(FunctionReference function, TaskCall call) =>
        $"Function not found: {function.ArnFor(call.Execution.ExecutionArn)} (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; "
        + $"Request ID: {RequestId.Of(call)}; Proxy: null)";
}
