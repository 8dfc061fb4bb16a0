using System.Buffers;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The tokens of a JSON text that is read bit by bit; of the text no more is in memory than the value at hand needs.</summary>
internal sealed class JsonTokens(Stream stream) : IDisposable
{
    private const int SmallestBuffer = 64 * 1024;

    /// <summary>As deep as values may nest.</summary>
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 1_000 };

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(SmallestBuffer);
    private int begin;
    private int end;
    private bool isAtEnd;
    private bool hasBegun;
    private JsonReaderState state = new(Strict);

    /// <summary>The kind of the token that was read last; <see cref="JsonTokenType.None"/> at the end of the text.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>The name, where the token is one.</summary>
    public string? Name { get; private set; }

    /// <summary>In how many objects and arrays the token lies.</summary>
    public int Depth { get; private set; }

    /// <summary>Goes to the next token.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        while (!TryRead())
        {
            await FillAsync(cancellationToken);
        }
    }

    /// <summary>Goes past the next value, however long it is.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        for (var depth = Depth; Type is JsonTokenType.StartObject or JsonTokenType.StartArray || Depth > depth;)
        {
            await ReadAsync(cancellationToken);
        }
    }

    /// <summary>Takes the next value whole; null where the array that it would be in ends.</summary>
    /// <exception cref="ItemReaderException">It has more bytes than an item may have.</exception>
    public async ValueTask<Json?> ValueAsync(CancellationToken cancellationToken)
    {
        Json? value;
        while (!TryTake(out value))
        {
            await FillAsync(cancellationToken);
        }

        return value;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private Utf8JsonReader Reader() => new(buffer.AsSpan(begin, end - begin), isAtEnd, state);

    private bool TryRead()
    {
        var reader = Reader();
        if (!reader.Read())
        {
            if (!isAtEnd)
            {
                return false;
            }

            Type = JsonTokenType.None;
            return true;
        }

        Type = reader.TokenType;
        Depth = reader.CurrentDepth;
        Name = Type == JsonTokenType.PropertyName ? reader.GetString() : null;
        GoOn(reader);
        return true;
    }

    private bool TryTake(out Json? value)
    {
        value = null;
        var reader = Reader();
        if (!reader.Read())
        {
            return isAtEnd;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            GoOn(reader);
            return true;
        }

        var first = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        value = Json.Parse(buffer.AsSpan(begin + first, (int)reader.BytesConsumed - first));
        GoOn(reader);
        return true;
    }

    private void GoOn(Utf8JsonReader reader)
    {
        begin += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(end), 1, throwOnEndOfStream: false, cancellationToken);
        end += read;
        isAtEnd = read == 0;
        if (!hasBegun && (isAtEnd || end >= 3))
        {
            hasBegun = true;
            begin = buffer.AsSpan(0, end).StartsWith("\uFEFF"u8) ? 3 : 0;
        }
    }

    private void MakeRoom()
    {
        buffer.AsSpan(begin, end - begin).CopyTo(buffer);
        (begin, end) = (0, end - begin);
        if (end < buffer.Length)
        {
            return;
        }

        if (end >= ReadLimits.ItemBytes)
        {
            throw new ItemReaderException($"Expected items of at most {ReadLimits.ItemBytes} bytes, found a larger one.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.AsSpan().CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
