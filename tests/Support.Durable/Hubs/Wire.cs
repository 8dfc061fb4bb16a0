using System.Text;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace TaskOrchestration.Support.Durable.Hubs;

/// <summary>Turns values into the text that travels and back, the way the worker does, and weighs them.</summary>
public sealed class Wire
{
    private readonly int mostBytes;

    internal Wire(int mostBytes) => this.mostBytes = mostBytes;

    /// <summary>By which values become text.</summary>
    public DataConverter Converter { get; } = JsonDataConverter.Default;

    /// <summary>How many bytes of UTF-8 the largest message had so far.</summary>
    public int LargestMessage { get; private set; }

    /// <summary>What the largest message was.</summary>
    public string? LargestMessageIs { get; private set; }

    /// <summary>A value as text; null stays null.</summary>
    /// <exception cref="MessageTooLargeException">It is more than a message may have.</exception>
    internal string? Write(object? value, string what)
    {
        var text = Converter.Serialize(value);
        var bytes = text is null ? 0 : Encoding.UTF8.GetByteCount(text);
        if (bytes > LargestMessage)
        {
            (LargestMessage, LargestMessageIs) = (bytes, what);
        }

        return bytes <= mostBytes ? text : throw new MessageTooLargeException(what, bytes, mostBytes);
    }

    /// <summary>A value from its text.</summary>
    internal T? Read<T>(string? text) => text is null ? default : Converter.Deserialize<T>(text);
}
