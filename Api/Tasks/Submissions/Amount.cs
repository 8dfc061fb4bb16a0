using System.Text.Json;
using System.Text.Json.Serialization;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>An amount as a number or as its text, handed on as it was spelled: steps read either, and refuse what its currency cannot have.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record Amount(Json Spelling) : IShaped
{
    public static Shape Shape { get; } = new Shape.AnyOf(
        "an amount such as 10.50, not negative, as a number or a text",
        [new Shape.Number(IsWhole: false, 0, Money.Maximum), new Shape.Text { MaximumLength = 20, Spelling = new Spelling(@"^\d{1,14}(\.\d{1,4})?$", "a decimal number") }]);

    private sealed class Converter : JsonConverter<Amount>
    {
        public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new Amount(Json.Parse(document.RootElement.GetRawText()));
        }

        public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) => writer.WriteRawValue(value.Spelling.ToUtf8());
    }
}
