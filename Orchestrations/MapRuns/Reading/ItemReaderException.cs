namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of a Map Run cannot be read; the message is the cause of its <c>States.ItemReaderFailed</c>.</summary>
public sealed class ItemReaderException(string cause, Exception? inner = null) : Exception(cause, inner);
