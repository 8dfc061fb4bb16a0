using Microsoft.Azure.Functions.Worker.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP request behind an invocation.</summary>
public static class FunctionContextHttpRequestExtensions
{
    public static ValueTask<HttpRequestData?> GetHttpRequestDataAsync(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IHttpRequestDataFeature>() is { } feature ? feature.GetHttpRequestDataAsync(context) : default;
    }
}
