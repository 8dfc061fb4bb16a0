using Microsoft.Azure.Functions.Worker;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Durable.Payloads;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>The activities that read and write what is too long to travel.</summary>
public sealed class PayloadActivities(IPayloads payloads)
{
    /// <summary>Reads a piece by its name.</summary>
    [Function(OrchestratorNames.ReadPayload)]
    public async Task<string> ReadAsync([ActivityTrigger] string input, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var piece = await payloads.ReadAsync(input, context.CancellationToken);
        return new PieceInput(input, piece).Text;
    }

    /// <summary>Writes a piece (<see cref="PieceInput"/>).</summary>
    [Function(OrchestratorNames.WritePayload)]
    public async Task<string> WriteAsync([ActivityTrigger] string input, FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var piece = PieceInput.Read(input);
        await payloads.WriteAsync(piece.Name, piece.Piece, context.CancellationToken);
        return ActivityAnswer.TicketOf(input);
    }
}
