using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Tests.Terminology;

public sealed class CodeFormTests
{
    [Theory]
    [InlineData("59572-410-28", "59572041028")]
    [InlineData("0002-1433-80", "00002143380")]
    [InlineData("57894-505-1", "57894050501")]
    [InlineData("57894050501", "57894050501")]
    [InlineData("57894-505", "57894-505")]
    [InlineData("123456-1234-12", "123456-1234-12")]
    public void A_US_drug_package_has_eleven_digits(string sent, string form) => Assert.Equal(form, CodeForm.Of(CodeSystemId.Ndc, sent));

    [Theory]
    [InlineData("109044402", "1090444")]
    [InlineData("1090444020101", "1090444")]
    [InlineData("1090444", "1090444")]
    public void A_HOT_code_of_any_length_names_one_prescribed_product(string sent, string form) => Assert.Equal(form, CodeForm.Of(CodeSystemId.Hot, sent));

    [Theory]
    [InlineData("c90.0", "C900")]
    [InlineData("C900", "C900")]
    public void A_dot_and_small_letters_make_no_difference_to_ICD(string sent, string form) => Assert.Equal(form, CodeForm.Of(CodeSystemId.Icd10, sent));

    [Theory]
    [InlineData("M-9732/3")]
    [InlineData("M9732/3")]
    [InlineData("9732/3")]
    public void A_morphology_may_be_marked_as_one(string sent) => Assert.Equal("9732/3", CodeForm.Of(CodeSystemId.IcdO3, sent));

    [Fact]
    public void A_code_of_a_system_that_is_not_ours_stays_as_it_came() => Assert.Equal(" aB-1", CodeForm.Of(CodeSystemId.Unknown, " aB-1"));
}
