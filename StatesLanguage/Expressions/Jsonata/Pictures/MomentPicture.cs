using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>How dates and times are written: text with components in brackets.</summary>
/// <seealso href="https://www.w3.org/TR/xpath-functions-31/#date-picture-string">The picture string of fn:format-dateTime</seealso>
internal sealed class MomentPicture(IReadOnlyList<MomentPart> parts)
{
    /// <summary>What is written where no picture is given.</summary>
    public static readonly MomentPicture Iso8601 = MomentPictureReader.Read("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]", JsonataDialect.Jsonata206);

    private MomentPattern? pattern;

    /// <summary>Text and components, in their order.</summary>
    public IReadOnlyList<MomentPart> Parts { get; } = parts;

    /// <summary>How texts in this picture are read; made when it is first needed.</summary>
    /// <exception cref="JsonataFailure">The picture has a component that can only be written.</exception>
    public MomentPattern Pattern => pattern ??= new MomentPattern(Parts);
}
