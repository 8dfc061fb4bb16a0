using TaskOrchestration.Functions.Durable.Messages;

namespace TaskOrchestration.Functions.Durable.Payloads;

/// <summary>Makes the text that an orchestration is started with.</summary>
public sealed class ExecutionInputs(IPayloads payloads)
{
    /// <summary>The text to schedule an orchestration with; what is too long to travel is written elsewhere first.</summary>
    /// <param name="instanceId">The id the orchestration gets.</param>
    /// <param name="input">What it begins with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string> WriteAsync(string instanceId, ExecutionInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var definition = InputEnvelope.Pack(input.Definition);
        var state = PackedText.Of(input.StateToJson());
        var storedDefinition = await StoreAsync(instanceId, definition, cancellationToken);
        var storedState = await StoreAsync(instanceId, state, cancellationToken);
        return new InputEnvelope
        {
            Definition = storedDefinition is null ? definition : null,
            StoredDefinition = storedDefinition,
            MapName = input.MapName,
            State = storedState is null ? state : null,
            StoredState = storedState,
        }.Text;
    }

    private async Task<StoredText?> StoreAsync(string instanceId, string text, CancellationToken cancellationToken)
    {
        if (text.Length <= StoredText.LongestPiece)
        {
            return null;
        }

        var stored = StoredText.Of(instanceId, text);
        for (var piece = 0; piece < stored.Pieces; piece++)
        {
            await payloads.WriteAsync(stored.NameOf(piece), StoredText.PieceOf(text, piece), cancellationToken);
        }

        return stored;
    }
}
