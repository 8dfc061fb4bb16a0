namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>Something that was to travel is larger than the task hub takes.</summary>
public sealed class MessageTooLargeException(string what, int bytes, int most) : Exception($"expected {what} to have at most {most} bytes; it has {bytes}");
