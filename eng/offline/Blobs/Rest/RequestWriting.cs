using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Writes what is asked for into a request.</summary>
internal static class RequestWriting
{
    public static void SetIfAny(this Request request, string header, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            request.Headers.Add(header, value);
        }
    }

    public static void SetMetadata(this Request request, IDictionary<string, string>? metadata)
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            request.Headers.Add($"x-ms-meta-{name}", value);
        }
    }

    public static void SetBlobHeaders(this Request request, BlobHttpHeaders? headers)
    {
        request.SetIfAny("x-ms-blob-content-type", headers?.ContentType);
        request.SetIfAny("x-ms-blob-content-md5", headers?.ContentHash is { } hash ? Convert.ToBase64String(hash) : null);
        request.SetIfAny("x-ms-blob-content-encoding", headers?.ContentEncoding);
        request.SetIfAny("x-ms-blob-content-language", headers?.ContentLanguage);
        request.SetIfAny("x-ms-blob-content-disposition", headers?.ContentDisposition);
        request.SetIfAny("x-ms-blob-cache-control", headers?.CacheControl);
    }

    public static void SetConditions(this Request request, BlobRequestConditions? conditions)
    {
        request.SetIfAny("If-Match", conditions?.IfMatch?.ToString("H"));
        request.SetIfAny("If-None-Match", conditions?.IfNoneMatch?.ToString("H"));
        request.SetIfAny("If-Modified-Since", conditions?.IfModifiedSince?.ToString("R"));
        request.SetIfAny("If-Unmodified-Since", conditions?.IfUnmodifiedSince?.ToString("R"));
        request.SetIfAny("x-ms-if-tags", conditions?.TagConditions);
        request.SetIfAny("x-ms-lease-id", conditions?.LeaseId);
    }

    /// <summary>Sends the rest of a stream, from where it stands.</summary>
    public static void SetBody(this Request request, Stream content)
    {
        request.Headers.Add("Content-Length", (content.Length - content.Position).ToString());
        request.Headers.Add("Content-Type", "application/octet-stream");
        request.Content = RequestContent.Create(content);
    }
}
