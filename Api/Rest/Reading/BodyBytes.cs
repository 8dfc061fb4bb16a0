namespace TaskOrchestration.Api.Rest.Reading;

/// <summary>The body of a request that was read already.</summary>
internal sealed record BodyBytes(byte[] Bytes);
