using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Configuration;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Cards;

public sealed class DetailFormTests
{
    [Fact]
    public void The_long_form_is_not_composed_where_the_short_one_is_shown()
    {
        CardDraft draft = CardBench.Draft(CardBench.Context([CardBench.Diagnosis, CardBench.Untreated], [CardBench.Due]), CardBench.Due.Id);
        Card card = Assert.Single(new DetailForm(Options.Create(new CdsOptions())).Write([draft with { Full = () => throw new InvalidOperationException("not asked for") }], Language.English));
        Assert.NotEmpty(card.Detail);
        Assert.Empty(draft.Card.Detail);
    }
}
