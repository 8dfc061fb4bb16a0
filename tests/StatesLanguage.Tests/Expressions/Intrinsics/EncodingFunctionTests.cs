using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;

public class EncodingFunctionTests
{
    [Theory]
    [InlineData("States.Base64Encode('Zürich')", "WsO8cmljaA==")]
    [InlineData("States.Base64Decode('WsO8cmljaA==')", "Zürich")]
    [InlineData("States.Base64Decode('')", "")]
    [InlineData("States.Hash('abc', 'MD5')", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("States.Hash('abc', 'SHA-1')", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData("States.Hash('abc', 'SHA-256')", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "States.Hash('abc', 'SHA-384')",
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7")]
    [InlineData(
        "States.Hash('abc', 'SHA-512')",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")]
    public void Gives_what_the_function_says(string call, string expected) => Assert.Equal(Json.Of(expected), Evaluated.Call(call));

    [Fact]
    public void Hash_takes_any_other_value_as_its_compact_text() =>
        Assert.Equal(Evaluated.Call("States.Hash('[1,2]', 'MD5')"), Evaluated.Call("States.Hash($, 'MD5')", "[1, 2]"));

    [Theory]
    [InlineData("States.Base64Encode(1)", "Expected a string as argument 1, found 1")]
    [InlineData("States.Base64Decode('a')", "Expected Base64 text as argument 1, found other characters or wrong padding")]
    [InlineData("States.Base64Decode('äöüß')", "Expected Base64 text as argument 1, found other characters or wrong padding")]
    [InlineData("States.Hash('abc', 'SHA256')", "Expected MD5, SHA-1, SHA-256, SHA-384 or SHA-512 as argument 2, found 'SHA256'")]
    [InlineData("States.Hash('abc', 1)", "Expected a string as argument 2, found 1")]
    public void Says_what_it_cannot_do(string call, string problem) => Assert.Equal(problem, Evaluated.Problem(call));

    [Theory]
    [InlineData("States.Base64Encode($.text)")]
    [InlineData("States.Base64Decode($.text)")]
    [InlineData("States.Hash($.text, 'MD5')")]
    public void Takes_10000_characters_and_no_more(string call)
    {
        Evaluated.Call(call, $$"""{"text": "{{new string('a', 10_000)}}"}""");

        Assert.Equal(
            "Expected at most 10000 characters as argument 1, found 10001",
            Evaluated.Problem(call, $$"""{"text": "{{new string('a', 10_001)}}"}"""));
    }
}
