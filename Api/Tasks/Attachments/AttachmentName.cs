namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>What an attachment may be called: a name that every file system takes and that no path can hide in.</summary>
internal static class AttachmentName
{
    public const int MaximumLength = 128;

    /// <summary>No control characters, none of <c>/ \ : * ? " &lt; &gt; | %</c>, no dot or blank at the beginning or the end.</summary>
    public const string Pattern =
        @"^[^\u0000-\u0020\u007f-\u00a0/\\:*?""<>|%.]([^\u0000-\u001f\u007f-\u009f/\\:*?""<>|%]*[^\u0000-\u0020\u007f-\u00a0/\\:*?""<>|%.])?$";

    /// <summary>The same in words.</summary>
    public const string Words = "a file name with none of / \\ : * ? \" < > | % and no control character in it, that neither begins nor ends with a dot or a blank";
}
