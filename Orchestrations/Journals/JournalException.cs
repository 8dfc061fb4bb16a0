namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>The store could not do what it was asked; the message says what it answered.</summary>
public sealed class JournalException(string message, Exception? inner = null) : IOException(message, inner);
