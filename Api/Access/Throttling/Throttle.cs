using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>Counts requests, and says when there are too many.</summary>
/// <seealso href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for HTTP</seealso>
internal sealed class Throttle(ThrottlingOptions options, AccessMode mode, TimeProvider time)
{
    private readonly bool isOn = options.Enabled ?? mode == AccessMode.Credentials;
    private readonly string keyPolicy = PolicyText("key", options.PerKey);
    private readonly string addressPolicy = PolicyText("address", options.PerAddress);
    private readonly Buckets keys = new(options.PerKey, options.Buckets, time);
    private readonly Buckets addresses = new(options.PerAddress, options.Buckets, time);
    private readonly Buckets failures = new(options.FailedLogins, options.Buckets, time);

    /// <summary>Counts a request of whoever it may be.</summary>
    public Denial? Count(HttpContext context) => Take(context, addresses, AddressOf(context), "address", options.PerAddress);

    /// <summary>Counts a request of a caller.</summary>
    public Denial? Count(HttpContext context, Caller caller) =>
        Take(context, keys, caller.Credential == "oidc" ? $"oidc:{caller.Name}" : caller.Credential, "key", options.PerKey);

    /// <summary>Counts a request with wrong credentials. Right ones are let through however many wrong ones came from the same address.</summary>
    public Denial? CountFailure(HttpContext context) =>
        isOn && failures.Take(AddressOf(context)) is { IsTaken: false } state
            ? Denial.Throttled("Too many requests with wrong credentials came from this address.", state.RetryAfter)
            : null;

    private Denial? Take(HttpContext context, Buckets buckets, string who, string policy, BucketOptions limit)
    {
        if (!isOn)
        {
            return null;
        }

        var state = buckets.Take(who);
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = policy == "key" ? keyPolicy : addressPolicy;
        headers["RateLimit"] = $"\"{policy}\";r={state.Remaining};t={state.Reset}";
        return state.IsTaken
            ? null
            : Denial.Throttled($"Rate exceeded: expected at most {limit.Burst} requests at once and {limit.PerSecond} a second of one {policy}.", state.RetryAfter);
    }

    private static string PolicyText(string policy, BucketOptions limit) => $"\"{policy}\";q={limit.Burst};w={limit.Window}";

    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }

        if (address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        // Whoever has one IPv6 address has 2^64 of them.
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes).ToString();
    }
}
