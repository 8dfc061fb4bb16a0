namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of an invocation's way.</summary>
#pragma warning disable CA1711 // The original's name.
public delegate Task FunctionExecutionDelegate(FunctionContext context);
