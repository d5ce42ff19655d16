using Cds.Knowledge.Criteria;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class OrderingClassTests
{
    [Theory]
    [InlineData("bortezomib", Truth.True)]
    [InlineData("ixazomib", Truth.True)]
    [InlineData("lenalidomide", Truth.False)]
    public void The_class_of_the_ordered_drug_decides(string drug, Truth truth) =>
        Assert.Equal(truth, new OrderingClass("proteasome-inhibitor").TruthFor(Ordered.Order(drug)));
}
