namespace TaskOrchestration.Api.Access.Throttling;

/// <summary>How many requests are let through. The section <c>Throttling</c> of the settings.</summary>
public sealed record ThrottlingOptions
{
    /// <summary>Whether requests are counted at all. If nothing is said: yes, except on an anonymous server.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Of one key, or of one name out of tokens.</summary>
    public BucketOptions PerKey { get; init; } = new(20_000, 10_000);

    /// <summary>From one address; for IPv6 from one network of 64 bits.</summary>
    public BucketOptions PerAddress { get; init; } = new(20_000, 10_000);

    /// <summary>With wrong credentials, from one address.</summary>
    public BucketOptions FailedLogins { get; init; } = new(20, 0.2);

    /// <summary>How many callers and addresses are told apart; all beyond share one bucket.</summary>
    public int Buckets { get; init; } = 20_000;

    /// <summary>Finds what cannot work.</summary>
    /// <exception cref="InvalidDataException">It says what.</exception>
    public ThrottlingOptions Checked()
    {
        foreach (var (name, bucket) in new[] { (nameof(PerKey), PerKey), (nameof(PerAddress), PerAddress), (nameof(FailedLogins), FailedLogins) })
        {
            if (bucket.Burst < 1 || !(bucket.PerSecond > 0))
            {
                throw new InvalidDataException($"The settings are wrong: expected Throttling:{name} to have a Burst of at least 1 and a PerSecond above 0, found {bucket.Burst} and {bucket.PerSecond}.");
            }
        }

        return Buckets > 0 ? this : throw new InvalidDataException($"The settings are wrong: expected Throttling:Buckets to be at least 1, found {Buckets}.");
    }
}
