using System.Security.Claims;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>A request as the worker shows it without ASP.NET Core.</summary>
public abstract class HttpRequestData(FunctionContext functionContext)
{
    public abstract Stream Body { get; }

    public abstract HttpHeadersCollection Headers { get; }

    public abstract IReadOnlyCollection<IHttpCookie> Cookies { get; }

    public abstract Uri Url { get; }

    public abstract IEnumerable<ClaimsIdentity> Identities { get; }

    public abstract string Method { get; }

    public FunctionContext FunctionContext { get; } = functionContext;

    public abstract HttpResponseData CreateResponse();
}
