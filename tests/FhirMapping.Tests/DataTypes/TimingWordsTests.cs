using Cds.FhirMapping.DataTypes;

namespace Cds.FhirMapping.Tests.DataTypes;

public sealed class TimingWordsTests
{
    [Theory]
    [InlineData("内服・経口・１日３回朝昼夕食後", 84)]
    [InlineData("1日1回 朝食後", 28)]
    [InlineData("隔日", 14)]
    [InlineData("once daily", 28)]
    [InlineData("Twice a day with food", 56)]
    [InlineData("once weekly", 4)]
    [InlineData("週２回", 8)]
    [InlineData("twice weekly", 8)]
    [InlineData("週3回", 12)]
    [InlineData("2週に1回", 2)]
    [InlineData("every 4 weeks", 1)]
    public void Words_that_are_all_known_tell_how_often(string words, int doses) => Assert.Equal(doses, TimingWords.DosesPer28Days(words));

    [Theory]
    [InlineData("")]
    [InlineData("朝食後")]
    [InlineData("1日1回 隔日")]
    [InlineData("1日1回 3週投与1週休薬")]
    [InlineData("once daily on days 1-21")]
    [InlineData("once daily or twice daily")]
    [InlineData("週2回 2週に1回")]
    [InlineData("週2回、2週投与1週休薬")]
    [InlineData("as directed")]
    public void Words_that_say_more_or_less_tell_nothing(string words) => Assert.Null(TimingWords.DosesPer28Days(words));
}
