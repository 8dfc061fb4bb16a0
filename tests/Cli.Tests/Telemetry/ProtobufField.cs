using System.Buffers.Binary;
using System.Text;

namespace TaskOrchestration.Cli.Tests.Telemetry;

/// <summary>A field of a protobuf message: enough of the format to look into what is exported.</summary>
internal readonly record struct ProtobufField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    /// <summary>The fields of a message, in order.</summary>
    public static IEnumerable<ProtobufField> Read(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = Varint(ref message);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    yield return new ProtobufField(number, Varint(ref message), default);
                    break;
                case 1:
                    yield return new ProtobufField(number, BinaryPrimitives.ReadUInt64LittleEndian(message.Span), default);
                    message = message[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref message);
                    yield return new ProtobufField(number, 0, message[..length]);
                    message = message[length..];
                    break;
                case 5:
                    yield return new ProtobufField(number, BinaryPrimitives.ReadUInt32LittleEndian(message.Span), default);
                    message = message[4..];
                    break;
                default:
                    throw new InvalidDataException($"There is no wire type {key & 7}.");
            }
        }
    }

    /// <summary>The fields of the messages at a path of field numbers.</summary>
    public static IEnumerable<ProtobufField> At(ReadOnlyMemory<byte> message, params int[] path) =>
        path.Length == 0 ? [] : Read(message).Where(field => field.Number == path[0]).SelectMany(field => path.Length == 1 ? [field] : At(field.Bytes, path[1..]));

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message.Span[0];
            message = message[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
