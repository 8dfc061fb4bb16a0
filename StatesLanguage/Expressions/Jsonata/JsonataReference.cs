namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>One use, in an expression, of something that is not in the expression.</summary>
/// <param name="Kind">What is referred to.</param>
/// <param name="Name">The variable's, function's or field's name, without <c>$</c>; empty for <c>$</c> and <c>$$</c>.</param>
/// <param name="Path">The plain fields that follow at once: <c>input</c>, <c>a</c> for <c>$states.input.a[0].b</c>. It ends where anything but a plain field follows.</param>
/// <param name="Position">The offset of the reference's first character.</param>
public sealed record JsonataReference(JsonataReferenceKind Kind, string Name, IReadOnlyList<string> Path, int Position);
