using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;
using Hl7.Fhir.Validation;

namespace Cds.FhirMapping.Validation;

/// <summary>What the FHIR library says of a fault, without the patient's data: an outcome is copied into tickets and logs more readily than a record.</summary>
internal static partial class IssueDetail
{
    /// <summary>Faults whose messages name elements, types and cardinalities, never values.</summary>
    private static readonly FrozenSet<string> OfStructure = new[]
    {
        CodedValidationException.CHOICE_TYPE_NOT_ALLOWED_CODE, CodedValidationException.INCORRECT_CARDINALITY_MIN_CODE, CodedValidationException.INCORRECT_CARDINALITY_MAX_CODE,
        CodedValidationException.MANDATORY_ELEMENT_MUST_BE_PRESENT_CODE, CodedValidationException.PROPERTY_TYPE_MISMATCH_CODE, CodedValidationException.UNKNOWN_ELEMENT_CODE,
        CodedValidationException.UNKNOWN_RESOURCE_TYPE_CODE, CodedValidationException.WRONG_CASED_ELEMENT_CODE, CodedValidationException.WRONG_CASED_RESOURCE_TYPE_CODE,
        FhirJsonException.CHOICE_ELEMENT_MUST_HAVE_SUFFIX_CODE, FhirJsonException.DUPLICATE_PROPERTY_CODE,
        FhirJsonException.UNEXPECTED_PRIMITIVE_VALUE_FOR_NON_PRIMITIVE_CODE, FhirJsonException.USE_OF_UNDERSCORE_WITH_NON_PRIMITIVE_CODE,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The message as far as it holds no value; null when nothing is left of it.</summary>
    public static string? Of(CodedException fault)
    {
        string message = (fault as ExtendedCodedException)?.BaseErrorMessage ?? fault.Message;
        if (OfStructure.Contains(fault.ErrorCode)) return message;
        Match expected = Expected().Match(message);
        return expected.Success ? $"The value {expected.Value}" : null;
    }

    /// <summary>The end of messages such as <c>string '2026/11/01' is not a correct literal for a dateTime.</c></summary>
    [GeneratedRegex(@"is not (a correct literal for an?|the right type of literal for an?|a correct code for valueset) '?\w+'?\.?$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Expected();
}
