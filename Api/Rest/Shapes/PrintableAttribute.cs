namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>A text without control characters that is not blank.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PrintableAttribute() : SpelledAttribute(Text, "a text that is not blank and has no control characters")
{
    private const string Text = @"^[^\u0000-\u001f\u007f-\u009f]*[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000][^\u0000-\u001f\u007f-\u009f]*$";
}
