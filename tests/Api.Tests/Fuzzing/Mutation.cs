using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Fuzzing;

/// <summary>Turns good requests into bad ones, most of which are still nearly right.</summary>
internal static class Mutation
{
    private static readonly Json[] OddValues =
    [
        Json.Null, Json.True, Json.Of(0), Json.Of(-1), Json.Of(long.MaxValue), Json.Of(1e300), Json.Of(0.5), Json.Parse("1e999"), Json.Of(""), Json.Of(" "), Json.Of("\u0000"),
        Json.Of("\ud800"), Json.Of("😀"), Json.Of("arn:"), Json.Of("arn:aws:states:::"), Json.Of("arn:aws:states:us-east-1:123456789012:stateMachine:"),
        Json.Of("arn:aws:states:us-east-1:123456789012:execution:Greeter:"), Json.Of("{}"), Json.Of("[[[["), Json.Of("null"), Json.Of("{\"StartAt\":1,\"States\":[]}"),
        Json.Of("AAAAAAAAAAAAAAAAAAAAAAAAAAAA"), Json.Of(new string('x', 3_000)), Json.Of(new string('[', 5_000)), JsonArray.Empty, JsonObject.Empty,
        JsonArray.Of(Json.Null, JsonObject.Empty), Json.Parse("""{"level":"ALL","destinations":[null]}"""),
    ];

    /// <summary>A request with some members exchanged, and every now and then some bytes.</summary>
    public static Gen<byte[]> Of(JsonObject request) =>
        from changes in Gen.Choose(0, 3)
        from mutated in Members(request, changes)
        from spoils in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
        from bytes in Bytes(mutated.ToUtf8(), spoils)
        select bytes;

    private static Gen<JsonObject> Members(JsonObject request, int changes) => changes == 0
        ? Gen.Constant(request)
        : from rest in Members(request, changes - 1)
          from name in Gen.Elements([.. request.Select(member => member.Key), "nextToken", "maxResults", "includedData", "tags"])
          from value in Gen.Elements(OddValues)
          from removes in Gen.Choose(0, 3)
          select removes == 0 ? rest.Without(name) : rest.With(name, value);

    private static Gen<byte[]> Bytes(byte[] bytes, int spoils) => spoils == 0
        ? Gen.Constant(bytes)
        : from rest in Bytes(bytes, spoils - 1)
          from at in Gen.Choose(0, rest.Length)
          from what in Gen.Choose(0, 3)
          from fresh in Gen.Choose(0, 255)
          select what switch
          {
              0 => rest[..at],
              1 => (byte[])[.. rest[..at], (byte)fresh, .. rest[at..]],
              2 when at < rest.Length => [.. rest[..at], .. rest[(at + 1)..]],
              _ => [.. rest[..at], .. Encoding.UTF8.GetBytes("\"}"), .. rest[at..]],
          };
}
