using System.Globalization;
using System.Text;

namespace TaskOrchestration.Api.Telemetry;

/// <summary>Writes families of metrics as a scraper reads them.</summary>
/// <seealso href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</seealso>
/// <seealso href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics</seealso>
internal static class PrometheusText
{
    public static string Write(IEnumerable<PrometheusFamily> families, PrometheusFormat format)
    {
        var text = new StringBuilder();
        foreach (var family in families.Where(family => family.Samples.Count > 0))
        {
            Write(text, family, format);
        }

        return format == PrometheusFormat.OpenMetrics ? text.Append("# EOF\n").ToString() : text.ToString();
    }

    /// <summary>The text of a label.</summary>
    public static string Label(string name, string? value) => $"{PrometheusNames.Label(name)}=\"{Escape(value ?? "", isQuoted: true)}\"";

    private static void Write(StringBuilder text, PrometheusFamily family, PrometheusFormat format)
    {
        var isOpen = format == PrometheusFormat.OpenMetrics;
        var isCounter = family.Type == "counter";
        var heading = isCounter && !isOpen ? $"{family.Name}_total" : family.Name;
        text.Append("# TYPE ").Append(heading).Append(' ').Append(family.Type).Append('\n');
        if (isOpen && family.Unit.Length > 0)
        {
            text.Append("# UNIT ").Append(heading).Append(' ').Append(family.Unit).Append('\n');
        }

        text.Append("# HELP ").Append(heading).Append(' ').Append(Escape(family.Help, isQuoted: isOpen)).Append('\n');
        foreach (var sample in family.Samples)
        {
            text.Append(family.Name).Append(isCounter ? "_total" : sample.Suffix);
            WriteLabels(text, sample, isOpen);
            text.Append(' ').Append(Number(sample.Value)).Append('\n');
        }
    }

    private static void WriteLabels(StringBuilder text, PrometheusSample sample, bool isOpen)
    {
        if (sample.Labels.Length == 0 && sample.End is null)
        {
            return;
        }

        text.Append('{').Append(sample.Labels);
        if (sample.End is { } end)
        {
            text.Append(sample.Labels.Length > 0 ? "," : "").Append("le=\"").Append(isOpen ? Canonical(end) : Number(end)).Append('"');
        }

        text.Append('}');
    }

    /// <summary>OpenMetrics compares bucket ends as texts, so that a whole number is written as the number it is: 5.0.</summary>
    private static string Canonical(double end) => Number(end) is var number && number.All(c => char.IsAsciiDigit(c) || c == '-') ? $"{number}.0" : number;

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escape(string text, bool isQuoted)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return isQuoted ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
