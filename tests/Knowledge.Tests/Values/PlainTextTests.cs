using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Values;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("10 mg 骨髄 ß", "10 mg 骨髄 ß")]
    [InlineData("", "")]
    [InlineData("dose \u202Egm 01\u202C", "dose gm 01")]
    [InlineData("\u2066a\u2069\u200Fb\u061C", "ab")]
    [InlineData("a\r\nb\0\u0085c\u2028d", "a  b  c d")]
    public void Marks_of_direction_go_and_control_characters_become_spaces(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Fact]
    public void What_is_put_into_a_sentence_cannot_turn_it() =>
        Assert.Equal("unit 'gm'; ignored", new LocalizedText("unit '{unit}'; ignored", "単位").With("unit", "\u202Egm\u202C").En);
}
