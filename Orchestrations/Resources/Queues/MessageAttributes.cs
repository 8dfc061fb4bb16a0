using System.Buffers.Binary;
using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>The attributes of messages.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Message metadata</seealso>
internal static class MessageAttributes
{
    private const byte IsText = 1, IsBinary = 2;

    /// <summary>Reads the parameter: every value as a text.</summary>
    /// <exception cref="ServiceException">An attribute has no type or no value.</exception>
    public static JsonObject Read(JsonObject? given) =>
        given is null ? JsonObject.Empty : JsonObject.Of(given.Select(attribute => KeyValuePair.Create<string, Json>(attribute.Key, ReadOne(attribute.Key, attribute.Value))));

    /// <summary>The digest that the service answers with, so that a sender can compare.</summary>
    public static string Md5(JsonObject attributes)
    {
        using var text = new MemoryStream();
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            var attribute = (JsonObject)value;
            Write(text, Encoding.UTF8.GetBytes(name));
            Write(text, Encoding.UTF8.GetBytes(TextOf(attribute["DataType"])));
            var isBinary = attribute.Contains("BinaryValue");
            text.WriteByte(isBinary ? IsBinary : IsText);
            Write(text, isBinary ? Convert.FromBase64String(TextOf(attribute["BinaryValue"])) : Encoding.UTF8.GetBytes(TextOf(attribute["StringValue"])));
        }

        return Digest.Md5(text.ToArray());
    }

    private static JsonObject ReadOne(string name, Json given)
    {
        if (given is not JsonObject attribute || attribute["DataType"] is not JsonString { Value.Length: > 0 } type)
        {
            throw new ServiceException("InvalidParameterValue", $"The message attribute '{name}' must contain a non-empty message attribute type.");
        }

        var member = attribute.Contains("BinaryValue") ? "BinaryValue" : "StringValue";
        var value = attribute[member] switch
        {
            null or JsonNull => throw new ServiceException("InvalidParameterValue", $"The message attribute '{name}' must contain a non-empty message attribute value for message attribute type '{type.Value}'."),
            JsonString text => text,
            var other => JsonString.Of(other.ToString()),
        };
        if (member == "BinaryValue" && !Convert.TryFromBase64String(value.Value, new byte[value.Value.Length], out _))
        {
            throw new ServiceException("InvalidParameterValue", $"The message attribute '{name}': expected Base64, found {value}.");
        }

        return JsonObject.Of(("DataType", type), (member, value));
    }

    private static string TextOf(Json? value) => (value as JsonString)?.Value ?? "";

    private static void Write(MemoryStream target, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        target.Write(length);
        target.Write(part);
    }
}
