using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>Every function of the library, with its signature.</summary>
/// <seealso href="https://docs.jsonata.org/string-functions">The function library</seealso>
internal static class Library
{
    /// <summary>The functions of the language itself.</summary>
    public static IReadOnlyList<BuiltIn> Core { get; } =
    [
        new("sum", "<a<n>:n>", Aggregates.Sum),
        new("count", "<a:n>", Aggregates.Count),
        new("max", "<a<n>:n>", Aggregates.Max),
        new("min", "<a<n>:n>", Aggregates.Min),
        new("average", "<a<n>:n>", Aggregates.Average),

        new("string", "<x-b?:s>", Texts.Of, arity: 1),
        new("substring", "<s-nn?:s>", Texts.Substring),
        new("substringBefore", "<s-s:s>", Texts.SubstringBefore),
        new("substringAfter", "<s-s:s>", Texts.SubstringAfter),
        new("lowercase", "<s-:s>", Texts.Lowercase),
        new("uppercase", "<s-:s>", Texts.Uppercase),
        new("length", "<s-:n>", Texts.Length),
        new("trim", "<s-:s>", Texts.Trim),
        new("pad", "<s-ns?:s>", Texts.Pad),
        new("join", "<a<s>s?:s>", Texts.Join),

        new("match", "<s-f<s:o>n?:a<o>>", Matching.Match),
        new("contains", "<s-(sf):b>", Matching.Contains),
        new("replace", "<s-(sf)(sf)n?:s>", Matching.Replace),
        new("split", "<s-(sf)n?:a<s>>", Matching.Split),

        new("formatNumber", "<n-so?:s>", NumberFormats.FormatNumber),
        new("formatBase", "<n-n?:s>", NumberFormats.FormatBase),
        new("formatInteger", "<n-s:s>", NumberFormats.FormatInteger),
        new("parseInteger", "<s-s:n>", NumberFormats.ParseInteger),

        new("number", "<(nsb)-:n>", Numbers.Of),
        new("floor", "<n-:n>", Numbers.Floor),
        new("ceil", "<n-:n>", Numbers.Ceil),
        new("round", "<n-n?:n>", Numbers.Round),
        new("abs", "<n-:n>", Numbers.Abs),
        new("sqrt", "<n-:n>", Numbers.Sqrt),
        new("power", "<n-n:n>", Numbers.Power),
        new("random", "<:n>", Numbers.Random),

        new("boolean", "<x-:b>", Booleans.Of),
        new("not", "<x-:b>", Booleans.Not),
        new("exists", "<x:b>", Booleans.Exists),

        new("map", "<af>", HigherOrder.Map),
        new("filter", "<af>", HigherOrder.Filter),
        new("single", "<af?>", HigherOrder.Single),
        new("reduce", "<afj?:j>", HigherOrder.Reduce),

        new("zip", "<a+>", Lists.Zip, arity: 0),
        new("append", "<xx:a>", Lists.Append),
        new("reverse", "<a:a>", Lists.Reverse),
        new("sort", "<af?:a>", Lists.Sort),
        new("shuffle", "<a:a>", Lists.Shuffle),
        new("distinct", "<x:x>", Lists.Distinct),

        new("keys", "<x-:a<s>>", Objects.Keys),
        new("lookup", "<x-s:x>", Objects.Lookup),
        new("spread", "<x-:a<o>>", Objects.Spread),
        new("merge", "<a<o>:o>", Objects.Merge),
        new("each", "<o-f:a>", Objects.Each),
        new("sift", "<o-f?:o>", Objects.Sift),
        new("clone", "<(oa)-:o>", Objects.Clone),

        new("type", "<x:s>", Reports.Type),
        new("error", "<s?:x>", Reports.Error),
        new("assert", "<bs?:x>", Reports.Assert),

        new("base64encode", "<s-:s>", Encodings.Base64Encode),
        new("base64decode", "<s-:s>", Encodings.Base64Decode),
        new("encodeUrlComponent", "<s-:s>", Encodings.EncodeUrlComponent),
        new("encodeUrl", "<s-:s>", Encodings.EncodeUrl),
        new("decodeUrlComponent", "<s-:s>", Encodings.DecodeUrlComponent),
        new("decodeUrl", "<s-:s>", Encodings.DecodeUrl),

        new("now", "<s?s?:s>", Moments.Now),
        new("millis", "<:n>", Moments.Millis),
        new("toMillis", "<s-s?:n>", Moments.ToMillis),
        new("fromMillis", "<n-s?s?:s>", Moments.FromMillis),
    ];

    /// <summary>AWS's own, which are there besides, or instead of the language's function of the same name.</summary>
    /// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">JSONata functions provided by Step Functions</seealso>
    public static IReadOnlyList<BuiltIn> Aws { get; } =
    [
        new("partition", "<an:a<a>>", AwsFunctions.Partition),
        new("range", "<nnn:a<n>>", AwsFunctions.Range),
        new("hash", "<ss:s>", AwsFunctions.Hash),
        new("random", "<n?:n>", AwsFunctions.Random),
        new("uuid", "<:s>", AwsFunctions.Uuid),
        new("parse", "<s:x>", AwsFunctions.Parse),
    ];
}
