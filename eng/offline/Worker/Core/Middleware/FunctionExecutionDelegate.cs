namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of an invocation's way.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
