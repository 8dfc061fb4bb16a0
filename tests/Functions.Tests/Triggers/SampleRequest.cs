using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Moq;

namespace TaskOrchestration.Functions.Tests.Triggers;

/// <summary>A request as the worker shows it beside ASP.NET Core's own.</summary>
internal sealed class SampleRequest(FunctionContext context, Uri url) : HttpRequestData(context)
{
    public override Stream Body { get; } = Stream.Null;

    public override HttpHeadersCollection Headers { get; } = [];

    public override IReadOnlyCollection<IHttpCookie> Cookies { get; } = [];

    public override Uri Url { get; } = url;

    public override IEnumerable<ClaimsIdentity> Identities { get; } = [];

    public override string Method => HttpMethods.Post;

    /// <summary>An invocation that such a request stands behind.</summary>
    public static FunctionContext Invocation(Uri url)
    {
        var (context, features, feature) = (new Mock<FunctionContext>(), new Mock<IInvocationFeatures>(), new Mock<IHttpRequestDataFeature>());
        context.SetupGet(invocation => invocation.Features).Returns(features.Object);
        features.Setup(all => all.Get<IHttpRequestDataFeature>()).Returns(feature.Object);
        feature.Setup(found => found.GetHttpRequestDataAsync(context.Object)).Returns(() => new ValueTask<HttpRequestData?>(new SampleRequest(context.Object, url)));
        return context.Object;
    }

    public override HttpResponseData CreateResponse() => throw new InvalidOperationException("The product answers through ASP.NET Core.");
}
