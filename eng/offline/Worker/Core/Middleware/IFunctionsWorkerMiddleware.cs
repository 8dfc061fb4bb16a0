namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A station on an invocation's way.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
