using Microsoft.AspNetCore.Http.Metadata;

namespace TaskOrchestration.Api.Access;

/// <summary>Says of an endpoint how many bytes a request's body may have, where the host's limit does not fit.</summary>
/// <param name="MaxRequestBodySize">The limit; none for no limit but the endpoint's own.</param>
public sealed record RequestLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
