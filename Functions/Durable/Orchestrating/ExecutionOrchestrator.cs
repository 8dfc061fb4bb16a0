using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using TaskOrchestration.Functions.Durable.Messages;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Runs a STANDARD execution, whatever its machine.</summary>
/// <remarks>
/// All rules are in <see cref="StatesLanguage.Executions.Execution"/>; this feeds it facts and carries out its effects. Durable runs the method from its
/// beginning with every event, so nothing in this folder may depend on anything but its input and what Durable hands it.
/// </remarks>
/// <param name="machines">The machines of definitions.</param>
/// <param name="limits">How much it does before it continues as new; usually the standard ones.</param>
public sealed class ExecutionOrchestrator(MachineCache machines, GenerationLimits? limits = null)
{
    /// <summary>The orchestrator.</summary>
    [Function(OrchestratorNames.Execution)]
    public async Task<ExecutionOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var logger = context.CreateReplaySafeLogger<ExecutionOrchestrator>();
        var envelope = InputEnvelope.Read(context.GetInput<string>());
        var texts = new LongTexts(context, logger);
        var definition = InputEnvelope.Unpack(envelope.Definition ?? await texts.ReadAsync(envelope.StoredDefinition));
        var state = PackedText.ReadObject(envelope.State ?? await texts.ReadAsync(envelope.StoredState));
        var loop = new ExecutionLoop(context, machines.Of(definition, envelope.MapName), ExecutionInput.FromJson(definition, state), envelope.Signals, limits ?? GenerationLimits.Standard, logger);
        if (await loop.RunAsync() is { } outcome)
        {
            return outcome;
        }

        await ContinueAsNewAsync(context, envelope, loop, texts);
        return new ExecutionOutcome(Status: null, Output: null, Error: null, Cause: null);
    }

    /// <summary>What comes while the state is being written goes along unread.</summary>
    private static async Task ContinueAsNewAsync(TaskOrchestrationContext context, InputEnvelope envelope, ExecutionLoop loop, LongTexts texts)
    {
        var state = loop.Pack().StateToJson();
        var stored = await texts.WriteAsync(state);
        var next = envelope with
        {
            State = stored is null ? PackedText.Of(state) : null,
            StoredState = stored,
            Signals = loop.UnreadSignals,
        };
        context.ContinueAsNew(next.Text, preserveUnprocessedEvents: true);
    }
}
