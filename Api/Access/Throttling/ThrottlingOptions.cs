namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>How many requests are let through. The section <c>Throttling</c> of the settings.</summary>
public sealed record ThrottlingOptions
{
    private const string AwsProfile = "aws";

    /// <summary>Whether requests are counted at all. If nothing is said: yes, except on an anonymous server.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Of one key, or of one name out of tokens.</summary>
    public BucketOptions PerKey { get; init; } = new(20_000, 10_000);

    /// <summary>From one address; for IPv6 from one network of 64 bits.</summary>
    public BucketOptions PerAddress { get; init; } = new(20_000, 10_000);

    /// <summary>With wrong credentials, from one address.</summary>
    public BucketOptions FailedLogins { get; init; } = new(20, 0.2);

    /// <summary><c>aws</c> for the buckets of each action that AWS documents; none by default.</summary>
    public string? Profile { get; init; }

    /// <summary>Of one action of the Step Functions API, everybody's calls together; StartExecution of EXPRESS machines is <c>StartExpressExecution</c> here. They go before those of the profile.</summary>
    public IReadOnlyDictionary<string, BucketOptions> Actions { get; init; } = new Dictionary<string, BucketOptions>();

    /// <summary>How many callers and addresses are told apart; all beyond share one bucket.</summary>
    public int Buckets { get; init; } = 20_000;

    /// <summary>Finds what cannot work.</summary>
    /// <exception cref="InvalidDataException">It says what.</exception>
    public ThrottlingOptions Checked()
    {
        foreach (var (name, bucket) in new[] { (nameof(PerKey), PerKey), (nameof(PerAddress), PerAddress), (nameof(FailedLogins), FailedLogins) }
            .Concat(Actions.Select(action => ($"{nameof(Actions)}:{action.Key}", action.Value))))
        {
            if (bucket.Burst < 1 || !(bucket.PerSecond > 0))
            {
                throw new InvalidDataException($"The settings are wrong: expected Throttling:{name} to have a Burst of at least 1 and a PerSecond above 0, found {bucket.Burst} and {bucket.PerSecond}.");
            }
        }

        if (Profile is not (null or "" or AwsProfile))
        {
            throw new InvalidDataException($"The settings are wrong: expected Throttling:Profile to be {AwsProfile} or nothing, found '{Profile}'.");
        }

        if (Actions.Keys.FirstOrDefault(name => name != AwsBuckets.StartExpressExecution && !WireActions.All.ContainsKey(name)) is { } unknown)
        {
            throw new InvalidDataException($"The settings are wrong: expected Throttling:Actions to name actions of the Step Functions API or {AwsBuckets.StartExpressExecution}, found '{unknown}'.");
        }

        return Buckets > 0 ? this : throw new InvalidDataException($"The settings are wrong: expected Throttling:Buckets to be at least 1, found {Buckets}.");
    }

    /// <summary>The buckets there are, by action.</summary>
    /// <param name="region">The region that AWS's are taken of.</param>
    internal Dictionary<string, BucketOptions> BucketsOfActions(string region)
    {
        var all = Profile == AwsProfile ? new Dictionary<string, BucketOptions>(AwsBuckets.Of(region)) : [];
        foreach (var (action, bucket) in Actions)
        {
            all[action] = bucket;
        }

        return all;
    }
}
