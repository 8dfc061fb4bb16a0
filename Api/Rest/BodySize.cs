using Microsoft.AspNetCore.Http.Metadata;

namespace TaskOrchestration.Api.Rest;

/// <summary>The most bytes that the body of an endpoint's requests may have; null where the endpoint counts for itself.</summary>
internal sealed record BodySize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
