namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Finds the HTTP request behind an invocation.</summary>
public interface IHttpRequestDataFeature
{
    ValueTask<HttpRequestData?> GetHttpRequestDataAsync(FunctionContext context);
}
