using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Finds out what the service says is wrong.</summary>
internal sealed class StorageErrorParser : RequestFailedDetailsParser
{
    public const string CodeHeader = "x-ms-error-code";

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        var said = Said(response);
        var code = response.Headers.TryGetValue(CodeHeader, out var header) ? header : said?.Element("Code")?.Value;
        error = code is null ? null : new ResponseError(code, said?.Element("Message")?.Value);
        return error is not null;
    }

    private static XElement? Said(Response response)
    {
        if (response.ContentStream is not { CanSeek: true, Length: > 0 } content)
        {
            return null;
        }

        try
        {
            content.Position = 0;
            return XDocument.Load(content).Root;
        }
        catch (XmlException)
        {
            // Something on the way may have answered instead; then the status says all there is.
            return null;
        }
    }
}
