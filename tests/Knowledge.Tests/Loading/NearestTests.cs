using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>What an author may have meant is named; what nobody can have meant is not.</summary>
public sealed class NearestTests
{
    private static readonly string[] Known = ["albumin", "alanine", "aspirin", "proteasome-inhibitor", "lt", "lte", "del-17p", "del-13q"];

    [Theory]
    [InlineData("albumen", ": did you mean 'albumin'?")]
    [InlineData("ablumin", ": did you mean 'albumin'?")]
    [InlineData("Albumin", ": did you mean 'albumin'?")]
    [InlineData("albumi", ": did you mean 'albumin'?")]
    [InlineData("ltt", ": did you mean 'lt' or 'lte'?")]
    [InlineData("del-17q", ": did you mean 'del-13q' or 'del-17p'?")]
    [InlineData("proteasome", ": did you mean 'proteasome-inhibitor'?")]
    [InlineData("warfarin", "")]
    [InlineData("zz", "")]
    [InlineData("prot", ": did you mean 'proteasome-inhibitor'?")]
    [InlineData("pro", "")]
    public void The_nearest_known_words_are_named(string word, string hint) => Assert.Equal(hint, Nearest.Hint(word, Known));
}
