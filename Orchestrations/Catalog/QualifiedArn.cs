using System.Globalization;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>What the ARN of a state machine names: the machine alone, a version of it, or an alias.</summary>
/// <param name="Machine">The machine's own ARN.</param>
/// <param name="Version">The number of the version, or null where none is named.</param>
/// <param name="Alias">The name of the alias, or null where none is named. A name has a character at least that is no digit, so none looks like a version.</param>
public readonly record struct QualifiedArn(string Machine, int? Version = null, string? Alias = null)
{
    private const int PartsOfMachine = 7;

    /// <summary>Whether it names a version or an alias.</summary>
    public bool IsQualified => Version is not null || Alias is not null;

    /// <summary>Reads an ARN. One of something else comes back whole as <see cref="Machine"/>: no machine has it.</summary>
    public static QualifiedArn Read(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        if (arn.AsSpan().Count(':') != PartsOfMachine || !arn.Contains(":stateMachine:", StringComparison.Ordinal))
        {
            return new QualifiedArn(arn);
        }

        var end = arn.LastIndexOf(':');
        var qualifier = arn[(end + 1)..];
        return qualifier.Length == 0 || (qualifier.All(char.IsAsciiDigit) && !IsNumber(qualifier))
            ? new QualifiedArn(arn)
            : IsNumber(qualifier)
                ? new QualifiedArn(arn[..end], Version: int.Parse(qualifier, NumberStyles.None, CultureInfo.InvariantCulture))
                : new QualifiedArn(arn[..end], Alias: qualifier);
    }

    /// <summary>The ARN of a version.</summary>
    public static string OfVersion(string machine, int version) => string.Create(CultureInfo.InvariantCulture, $"{machine}:{version}");

    /// <summary>The ARN of an alias.</summary>
    public static string OfAlias(string machine, string alias) => $"{machine}:{alias}";

    /// <summary>Version 1 is <c>1</c> and nothing else: with a nought before it the text names no version.</summary>
    private static bool IsNumber(string qualifier) =>
        qualifier[0] is >= '1' and <= '9' && int.TryParse(qualifier, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
