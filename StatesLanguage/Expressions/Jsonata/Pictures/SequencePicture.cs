using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>A picture without digits that is none of the known formats. XPath leaves its meaning open, and the language refuses to use it.</summary>
internal sealed class SequencePicture(string token) : IntegerPicture
{
    public override string Expression => throw Refusal();

    public override double Read(string text) => throw Refusal();

    protected override string FormatMagnitude(double whole) => throw Refusal();

    private JsonataFailure Refusal() => new("D3130") { Value = Json.Of(token) };
}
