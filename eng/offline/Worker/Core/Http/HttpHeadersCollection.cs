using System.Net.Http.Headers;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Headers of a request or a response.</summary>
public class HttpHeadersCollection : HttpHeaders;
