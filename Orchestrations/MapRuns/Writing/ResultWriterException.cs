namespace TaskOrchestration.Orchestrations.MapRuns.Writing;

/// <summary>The results of a Map Run cannot be written; the message is the cause of its <c>States.ResultWriterFailed</c>.</summary>
public sealed class ResultWriterException(string cause, Exception? inner = null) : Exception(cause, inner);
