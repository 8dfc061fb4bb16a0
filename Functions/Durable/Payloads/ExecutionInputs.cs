using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.StatesLanguage.Values;

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
        var definition = Json.Of(input.Definition);
        var state = input.StateToJson();
        var storedDefinition = await StoreAsync(instanceId, definition, cancellationToken);
        var storedState = await StoreAsync(instanceId, state, cancellationToken);
        return new InputEnvelope
        {
            Definition = storedDefinition is null ? PackedText.Of(definition) : null,
            StoredDefinition = storedDefinition,
            MapName = input.MapName,
            State = storedState is null ? PackedText.Of(state) : null,
            StoredState = storedState,
        }.Text;
    }

    private async Task<StoredText?> StoreAsync(string instanceId, Json json, CancellationToken cancellationToken)
    {
        if (StoredText.Of(instanceId, json) is not var (stored, text))
        {
            return null;
        }

        for (var piece = 0; piece < stored.Pieces; piece++)
        {
            await payloads.WriteAsync(stored.NameOf(piece), StoredText.PieceOf(text, piece), cancellationToken);
        }

        return stored;
    }
}
