using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>Reads and writes what is too long to travel, piece by piece, through activities.</summary>
internal sealed class LongTexts(TaskOrchestrationContext context, ILogger logger)
{
    private readonly SteadyCalls steady = new(context, logger);

    /// <summary>A text that was written.</summary>
    public async Task<string> ReadAsync(StoredText? stored)
    {
        var expected = stored ?? throw new FormatException("expected an input with a definition and a state, found one without");
        var text = new StringBuilder();
        for (var piece = 0; piece < expected.Pieces; piece++)
        {
            var name = expected.NameOf(piece);
            text.Append((await CallAsync(OrchestratorNames.ReadPayload, name, answer => PieceInput.Read(answer) is var read && read.Name == name ? read : null)).Piece);
        }

        return text.ToString();
    }

    /// <summary>Writes some JSON if it is too long to travel.</summary>
    /// <returns>Where it lies, or null if it can travel.</returns>
    public async Task<StoredText?> WriteAsync(Json json)
    {
        if (StoredText.Of(context.InstanceId, json) is not var (stored, text))
        {
            return null;
        }

        for (var piece = 0; piece < stored.Pieces; piece++)
        {
            var input = new PieceInput(stored.NameOf(piece), StoredText.PieceOf(text, piece)).Text;
            var ticket = ActivityAnswer.TicketOf(input);
            await CallAsync(OrchestratorNames.WritePayload, input, answer => answer == ticket ? answer : null);
        }

        return stored;
    }

    /// <summary>Calls an activity until it gives its own answer, and not that of another one which an episode called that never became history.</summary>
    private async Task<TAnswer> CallAsync<TAnswer>(string activity, string input, Func<string, TAnswer?> read)
        where TAnswer : class
    {
        while (true)
        {
            var text = await steady.CallAsync(activity, input);
            try
            {
                if (read(text) is { } answer)
                {
                    return answer;
                }
            }
            catch (FormatException e)
            {
                logger.LogWarning("Activity {Activity} of {Instance} gave no answer of ours, so it is called again: {Problem}", activity, context.InstanceId, e.Message);
            }
        }
    }
}
