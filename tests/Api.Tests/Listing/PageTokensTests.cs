using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Listing;

public class PageTokensTests
{
    private const string Question = "ListExecutions arn:aws:states:us-east-1:123456789012:stateMachine:Greeter RUNNING";
    private const string Position = "17 arn:aws:states:us-east-1:123456789012:execution:Greeter:one two";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly FixedTime time = new();

    [Fact]
    public void A_token_gives_its_position_back_after_a_restart_and_to_every_instance()
    {
        using var before = Tokens();
        using var after = Tokens();

        Assert.Equal(Position, after.Find(Question, before.Write(Question, Position)));
    }

    [Fact]
    public void The_last_page_has_no_token()
    {
        using var tokens = Tokens();

        Assert.Null(tokens.Write(Question, position: null));
    }

    [Fact]
    public void A_token_is_good_for_a_day_and_not_a_millisecond_longer()
    {
        using var tokens = Tokens();
        var token = tokens.Write(Question, Position);

        time.Now = FixedTime.Beginning + PageTokens.Lifetime - TimeSpan.FromMilliseconds(1);
        Assert.Equal(Position, tokens.Find(Question, token));
        time.Now = FixedTime.Beginning + PageTokens.Lifetime;
        Assert.Null(tokens.Find(Question, token));
    }

    [Fact]
    public void A_token_is_good_for_its_own_question_only()
    {
        using var tokens = Tokens();

        Assert.Null(tokens.Find(Question + " REDRIVEN", tokens.Write(Question, Position)));
    }

    [Fact]
    public void A_server_with_another_key_takes_no_token_of_this_one()
    {
        using var tokens = Tokens();
        using var other = new PageTokens(new SecretBox([.. Key.Reverse()]), time);

        Assert.Null(other.Find(Question, tokens.Write(Question, Position)));
    }

    [Fact]
    public void A_token_says_nothing_to_its_reader()
    {
        using var tokens = Tokens();
        var token = tokens.Write(Question, Position);
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(token);

        Assert.Equal(-1, bytes.AsSpan().IndexOf("Greeter"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("arn:"u8));
    }

    [Fact]
    public void A_token_of_which_any_character_was_changed_is_none()
    {
        using var tokens = Tokens();
        var token = tokens.Write(Question, Position);
        var changed = from at in Gen.Choose(0, token.Length - 1)
                      from other in Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \n".ToCharArray())
                      where token[at] != other
                      select $"{token[..at]}{other}{token[(at + 1)..]}";

        Prop.ForAll(changed.ToArbitrary(), text => tokens.Find(Question, text) is null).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(1_000)));
    }

    [Fact]
    public void A_token_that_was_cut_or_made_longer_is_none()
    {
        using var tokens = Tokens();
        var token = tokens.Write(Question, Position);

        Assert.All(Enumerable.Range(0, token.Length), length => Assert.Null(tokens.Find(Question, token[..length])));
        Assert.All(["A", "AAAA", "=", " ", "\n"], more => Assert.Null(tokens.Find(Question, token + more)));
    }

    private PageTokens Tokens() => new(new SecretBox(Key), time);
}
