namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>How dates and times are written: text with components in brackets.</summary>
/// <seealso href="https://www.w3.org/TR/xpath-functions-31/#date-picture-string">The picture string of fn:format-dateTime</seealso>
internal sealed record MomentPicture(IReadOnlyList<MomentPart> Parts)
{
    /// <summary>What is written where no picture is given.</summary>
    public static readonly MomentPicture Iso8601 = MomentPictureReader.Read("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]", JsonataDialect.Jsonata206);
}
