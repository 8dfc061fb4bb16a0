using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>What the two actions that start an execution ask for.</summary>
internal sealed record StartFields(StartRequest Start, string? TraceHeader)
{
    public static StartFields Read(RequestFields fields)
    {
        var arn = fields.ArnText("stateMachineArn");
        var name = fields.OptionalText("name", 1, Bounds.Name);
        var input = fields.OptionalText("input", 0, Bounds.Payload, secret: true);
        var trace = fields.OptionalText("traceHeader", 0, Bounds.TraceHeader);
        fields.Check();

        Arn.OfStateMachine(arn);
        if (name is not null)
        {
            ResourceName.Check(name);
        }

        return new StartFields(new StartRequest { StateMachineArn = arn, Name = name, Input = ExecutionInput.Read(input) }, trace);
    }
}
