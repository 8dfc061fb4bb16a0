namespace TaskOrchestration.Api.Access;

/// <summary>Says of an endpoint that it speaks the protocol of AWS Step Functions: its errors have AWS's form, and who may call it goes by the action.</summary>
public sealed record WireProtocol;
