using TaskOrchestration.Orchestrations.Resources.Services;

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Reads the URLs and ARNs of queues. There is one account here and one region, so only the name counts.</summary>
public static class QueueAddress
{
    /// <summary>The name in a URL, for instance <c>https://sqs.eu-west-1.amazonaws.com/123456789012/NAME</c>.</summary>
    /// <exception cref="ServiceException">It leads to a host that has no queues.</exception>
    public static string NameIn(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw ServiceException.UnknownHost(url.Split('/')[0]);
        }

        return HasQueues(address) && Uri.UnescapeDataString(address.Segments[^1]).Trim('/') is { Length: > 0 } name ? name : throw ServiceException.UnknownHost(address.Host);
    }

    /// <summary>The name in an ARN, <c>arn:aws:sqs:REGION:ACCOUNT:NAME</c>; null where it is the ARN of something else.</summary>
    public static string? NameInArn(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return arn.Split(':') is ["arn", _, "sqs", _, _, { Length: > 0 } name] ? name : null;
    }

    private static bool HasQueues(Uri address) =>
        address.IsLoopback
        || address.Host.Contains(".amazonaws.", StringComparison.Ordinal) && (address.Host.StartsWith("sqs.", StringComparison.Ordinal) || address.Host.Contains("queue.", StringComparison.Ordinal));
}
