using System.Text;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>OpenTelemetry's names as Prometheus wants them.</summary>
/// <seealso href="https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/">Prometheus and OpenMetrics compatibility</seealso>
internal static class PrometheusNames
{
    private static readonly Dictionary<string, string> Units = new()
    {
        ["d"] = "days",
        ["h"] = "hours",
        ["min"] = "minutes",
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["us"] = "microseconds",
        ["ns"] = "nanoseconds",
        ["By"] = "bytes",
        ["KiBy"] = "kibibytes",
        ["MiBy"] = "mebibytes",
        ["GiBy"] = "gibibytes",
        ["kBy"] = "kilobytes",
        ["MBy"] = "megabytes",
        ["GBy"] = "gigabytes",
        ["B"] = "bytes",
        ["m"] = "meters",
        ["V"] = "volts",
        ["A"] = "amperes",
        ["J"] = "joules",
        ["W"] = "watts",
        ["g"] = "grams",
        ["Cel"] = "celsius",
        ["Hz"] = "hertz",
        ["%"] = "percent",
    };

    private static readonly Dictionary<string, string> Rates = new()
    {
        ["s"] = "second",
        ["m"] = "minute",
        ["min"] = "minute",
        ["h"] = "hour",
        ["d"] = "day",
    };

    /// <summary>The name of a family without <c>_total</c>, its unit at the end.</summary>
    /// <param name="name">The name of the instrument.</param>
    /// <param name="unit">The unit, as <see cref="Unit"/> gives it.</param>
    public static string Family(string name, string unit)
    {
        var clean = Clean(name, isLabel: false);
        if (clean.EndsWith("_total", StringComparison.Ordinal))
        {
            clean = clean[..^"_total".Length];
        }

        return unit.Length == 0 || clean.EndsWith($"_{unit}", StringComparison.Ordinal) || clean == unit ? clean : $"{clean}_{unit}";
    }

    /// <summary>A unit in words; empty where it says nothing. Annotations in braces are left out, as the specification has it.</summary>
    public static string Unit(string? unit, bool isGauge)
    {
        var bare = WithoutAnnotations(unit ?? "");
        if (bare == "1")
        {
            return isGauge ? "ratio" : "";
        }

        var slash = bare.IndexOf('/');
        if (slash < 0)
        {
            return Word(bare);
        }

        var per = Rates.GetValueOrDefault(bare[(slash + 1)..]) ?? Clean(bare[(slash + 1)..], isLabel: false);
        var of = Word(bare[..slash]);
        return per.Length == 0 ? of : of.Length == 0 ? $"per_{per}" : $"{of}_per_{per}";
    }

    /// <summary>A label's name.</summary>
    public static string Label(string name) => Clean(name, isLabel: true);

    private static string Word(string unit) => Units.GetValueOrDefault(unit) ?? Clean(unit, isLabel: false).Trim('_');

    private static string WithoutAnnotations(string unit)
    {
        var text = new StringBuilder();
        var depth = 0;
        foreach (var character in unit)
        {
            depth += character == '{' ? 1 : 0;
            if (depth == 0)
            {
                text.Append(character);
            }

            depth -= character == '}' && depth > 0 ? 1 : 0;
        }

        return text.ToString();
    }

    /// <summary>Letters, digits and underscores; what else there is becomes an underscore, several of them one. Does not begin with a digit.</summary>
    private static string Clean(string name, bool isLabel)
    {
        var clean = new StringBuilder(name.Length + 1);
        foreach (var character in name)
        {
            var isAllowed = char.IsAsciiLetterOrDigit(character) || (character == ':' && !isLabel);
            if (isAllowed || clean.Length == 0 || clean[^1] != '_')
            {
                clean.Append(isAllowed ? character : '_');
            }
        }

        return clean.Length > 0 && char.IsAsciiDigit(clean[0]) ? $"_{clean}" : clean.ToString();
    }
}
