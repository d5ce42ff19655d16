using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>Regimens with a drug for which no amount could be cited: they are listed, and never offered as an order with an empty dose.</summary>
public sealed class OpenDoseTests
{
    [Fact]
    public void Only_these_regimens_have_an_open_dose() =>
        Assert.Equal(
            ["bd-poems", "bld-lite", "cilta-cel", "cvad", "ide-cel", "mdex-poems", "mpl", "td"],
            Shipped.Knowledge.Regimens.Values.Where(regimen => regimen.HasOpenDose).Select(regimen => regimen.Id).Order(StringComparer.Ordinal));
}
