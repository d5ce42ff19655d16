using Cds.FhirMapping.Terminology;
using Cds.FhirMapping.Tests.Field;

namespace Cds.FhirMapping.Tests.Terminology;

public sealed class DrugRecogniserTests
{
    private static readonly DrugRecogniser Recogniser = new(Reading.Knowledge, Reading.Codes, new DrugNames(Reading.Knowledge.Drugs.Values, Reading.Codes), new CodeClasses(Reading.Codes));

    private static DrugRecognition Recognise(string system, string code, params string[] texts) =>
        Recogniser.Recognise([CodeInSystem.Of(CodedFieldTable.Uri(system), code)], texts);

    [Theory]
    [InlineData("ATC", "C03CA01", "another substance")]
    [InlineData("ATC", "C03", "a class without any of ours")]
    [InlineData("ATC", "S01AD03", "aciclovir for the eye")]
    [InlineData("YJ", "2171022F5210", "another ingredient")]
    [InlineData("YJ", "4291406D3021", "trastuzumab, of the group of other antineoplastic drugs")]
    [InlineData("YJ", "6250701Q1020", "aciclovir ointment")]
    [InlineData("RxNorm", "4603", "furosemide")]
    [InlineData("RxNorm", "197361", "a product of another drug")]
    [InlineData("RxNorm", "197312", "aciclovir ointment")]
    public void The_code_alone_shows_that_it_is_something_else(string system, string code, string because)
    {
        Assert.NotEmpty(because);
        Assert.Equal(RecordIdentity.SomethingElse, Recognise(system, code).Identity);
    }

    [Theory]
    [InlineData("ATC", "L01X", "a class that holds some of ours")]
    [InlineData("ATC", "N02BA51", "combinations with aspirin")]
    [InlineData("ATC", "myeloma", "no ATC code")]
    [InlineData("YJ", "4291999D1010", "a new antineoplastic drug")]
    [InlineData("YJ", "429", "no YJ code")]
    [InlineData("RxNorm", "99999999", "no concept that is listed")]
    [InlineData("HOT9", "999999901", "a serial number")]
    [InlineData("RECEIPT", "699999999", "a serial number")]
    [InlineData("NDC", "99999-999-99", "no package that is listed")]
    [InlineData("LOCAL", "C03CA01", "a number of another list")]
    public void A_code_that_cannot_tell_leaves_the_record_unidentified(string system, string code, string because)
    {
        Assert.NotEmpty(because);
        Assert.Equal(RecordIdentity.Unidentified, Recognise(system, code).Identity);
    }

    [Fact]
    public void A_text_identifies_what_the_code_does_not()
    {
        DrugRecognition found = Recognise("LOCAL", "M0815", "レブラミドカプセル5mg");
        Assert.Equal((RecordIdentity.Known, true), (found.Identity, found.ByText));
        Assert.Equal(["lenalidomide"], found.DrugIds);
        Assert.Equal(RecordIdentity.SomethingElse, Recognise("LOCAL", "M0815", "furosemide 40 mg").Identity);
        Assert.Equal(RecordIdentity.Unidentified, Recognise("LOCAL", "M0815", "study drug").Identity);
    }

    [Fact]
    public void An_ointment_is_something_else_although_its_code_names_the_substance() =>
        Assert.Equal(DrugRecognition.SomethingElse, Recognise("RxNorm", "281", "acyclovir 5% topical cream"));

    [Fact]
    public void A_hold_counts_although_the_code_names_the_drug()
    {
        DrugRecognition found = Recognise("RxNorm", "342369", "lenalidomide (on hold)");
        Assert.Equal((RecordIdentity.Known, true, false), (found.Identity, found.IsOnHold, found.IsNotGiven));
        Assert.Equal(["lenalidomide"], found.DrugIds);
    }

    [Fact]
    public void The_liposomal_product_is_not_the_plain_drug()
    {
        Assert.Equal(["pegylated-liposomal-doxorubicin"], Recognise("YJ", "4235402A1025").DrugIds);
        Assert.Equal(["doxorubicin"], Recognise("YJ", "4235402D1022").DrugIds);
    }

    [Fact]
    public void A_record_without_code_and_text_is_unidentified() => Assert.Equal(DrugRecognition.Unidentified, Recogniser.Recognise([], []));
}
