using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Pictures;

public class MomentPictureTests
{
    private const double FridayMorning = 1521801216617;

    private static readonly DateTimeOffset Now = new(2026, 7, 15, 13, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("[Y]-[M]-[D]", "2018-3-23")]
    [InlineData("[Y0001]-[M01]-[D01]", "2018-03-23")]
    [InlineData("[D#1,2]/[M1,2]/[Y,2]", "23/03/18")]
    [InlineData("[Y9,999,*]", "2,018")]
    [InlineData("[Da] [MA] [Yi]", "w C mmxviii")]
    [InlineData("[FNn], the [Dwo] of [MNn] [Yw]", "Friday, the twenty-third of March two thousand and eighteen")]
    [InlineData("[Fn,3-3] [MN,3-3]", "fri MAR")]
    [InlineData("[h]:[m]:[s].[f001] [PN]", "10:33:36.617 AM")]
    [InlineData("[d] [F0] [W] [w] [X] [xNn]", "82 5 12 4 2018 March")]
    [InlineData("[[[Y]]]", "[2018]")]
    [InlineData("[ Y 0001 ] [C] [E]", "2018 ISO ISO")]
    public void Writes_a_moment(string picture, string expected) => Assert.Equal(expected, Written(FridayMorning, picture));

    [Theory]
    [InlineData("2005-01-02", "2004-W53-7")]
    [InlineData("2006-01-01", "2005-W52-7")]
    [InlineData("2008-12-29", "2009-W01-1")]
    [InlineData("2010-01-03", "2009-W53-7")]
    public void Weeks_are_those_of_ISO_8601(string date, string expected) =>
        Assert.Equal(expected, Written(Read(date, "[Y]-[M]-[D]")!.Value, "[X0001]-W[W01]-[F1]"));

    [Theory]
    [InlineData("[Z]", "+05:30", "+0530")]
    [InlineData("[z]", "GMT-05:00", "-0500")]
    [InlineData("[Z0]", "-5", "-0500")]
    [InlineData("[Z0101t]", "Z", "0000")]
    [InlineData("[Z0101]", "+0000", "0000")]
    [InlineData("[H01]", "16", "+0530")]
    public void Writes_it_as_local_time_at_an_offset(string picture, string expected, string offset) =>
        Assert.Equal(expected, MomentFormat.Write(FridayMorning, Picture(picture), ZoneOffset.Parse(offset)!.Value));

    [Theory]
    [InlineData("[q]", "D3132")]
    [InlineData("[]", "D3132")]
    [InlineData("[Y", "D3135")]
    [InlineData("[YN]", "D3133")]
    [InlineData("[Z00000]", "D3134")]
    public void Says_what_is_wrong_with_a_picture(string picture, string code) => Assert.Equal(code, Assert.Throws<JsonataFailure>(() => Written(0, picture)).Code);

    [Theory]
    [InlineData("21st 12 1881", "[D1o] [M01] [Y0001]", -2777932800000)]
    [InlineData("MCMLXXXIV", "[YI]", 441763200000)]
    [InlineData("201802", "[Y,*-4][M01]", 1517443200000)]
    [InlineData("2018-094", "[Y0001]-[d001]", 1522800000000)]
    [InlineData("4/4/2018 12:06 am", "[D1]/[M1]/[Y0001] [h]:[m] [P]", 1522800360000)]
    [InlineData("2 Feb 2012", "[D1] [MNn,3-3] [Y0001]", 1328140800000)]
    [InlineData("2020-09-09 08:00:00 +02:00", "[Y0001]-[M01]-[D01] [H01]:[m01]:[s01] [Z]", 1599631200000)]
    [InlineData("13:45", "[H]:[m]", 1784123100000)]
    public void Reads_a_moment(string text, string picture, double expected) => Assert.Equal(expected, Read(text, picture));

    [Theory]
    [InlineData("2018-1-5", "[Y0001]-[M01]-[D01]")]
    [InlineData("foo", "[Y]")]
    public void A_text_that_the_picture_does_not_describe_is_no_moment(string text, string picture) => Assert.Null(Read(text, picture));

    [Theory]
    [InlineData("2018-22", "[Y]-[D]", "D3136")]
    [InlineData("2018-32-5", "[X]-[W]-[F1]", "D3136")]
    [InlineData("x", "[C]", "D3133")]
    [InlineData("x", "[q]", "D3132")]
    public void Says_what_it_cannot_read(string text, string picture, string code) =>
        Assert.Equal(code, Assert.Throws<JsonataFailure>(() => Read(text, picture)).Code);

    [Fact]
    public void Since_2_2_a_number_ends_where_the_next_begins()
    {
        const string Picture = "[Y0001][M01][D01][H01][m01][s01]";

        Assert.Equal(1704112729000, Read("20240101123849", Picture, JsonataDialect.Jsonata22));
        Assert.Equal(1708524249000, Read("20240101123849", Picture));
    }

    [Theory]
    [InlineData("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z]")]
    [InlineData("[FNn], [D1o] [MNn] [Y], [h]:[m]:[s].[f] [P] [z]")]
    [InlineData("[Dwo] [MNn] [Yw] at [Hw]:[ma]:[sA]:[f0001] [Z0101]")]
    [InlineData("[YI] [Mi] [DI] [H]:[m]:[s].[f] [Z]")]
    public void What_a_picture_writes_it_reads(string text)
    {
        var picture = Picture(text);

        // Minutes of 1 or more: nought has no letter.
        var moments = Gen.Choose(0, 2_000_000).Select(n => (n * 3_600_000L) + 61_000 + (n % 1000));
        Prop.ForAll(
            moments.ToArbitrary(),
            Gen.Elements("+0000", "+0200", "-0500", "+0530").ToArbitrary(),
            (moment, offset) =>
            {
                var written = MomentFormat.Write(moment, picture, ZoneOffset.Parse(offset)!.Value);

                Assert.Equal(moment, Read(written, text));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(300)));
    }

    private static MomentPicture Picture(string picture) => MomentPictureReader.Read(picture, JsonataDialect.Jsonata206);

    private static string Written(double milliseconds, string picture) => MomentFormat.Write(milliseconds, Picture(picture), ZoneOffset.Utc);

    private static double? Read(string text, string picture, JsonataDialect dialect = JsonataDialect.Jsonata206)
    {
        var steps = 100_000L;
        return MomentReading.Read(text, MomentPictureReader.Read(picture, dialect), Now, ref steps);
    }
}
