using Cds.FhirMapping.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Recommendations;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Reads the route of a dosage: codes of the FHIR R4 value set route-codes (SNOMED CT), else words; null for other routes.</summary>
internal static class RouteReader
{
    /// <summary>Words are looked for in this order: a subcutaneous injection is no intravenous one.</summary>
    private static readonly (string Word, Route Route)[] Words =
    [
        ("subcut", Route.Subcutaneous), ("皮下", Route.Subcutaneous),
        ("intraven", Route.Intravenous), ("静脈", Route.Intravenous), ("静注", Route.Intravenous), ("点滴", Route.Intravenous),
        ("oral", Route.Oral), ("by mouth", Route.Oral), ("経口", Route.Oral), ("内服", Route.Oral),
    ];

    /// <summary>The route of the first dosage that names one of ours.</summary>
    public static Route? Read(FhirElement dosages)
    {
        foreach (FhirElement dosage in dosages.Items)
        {
            CodeableConcept route = CodeableConcept.Read(dosage["route"]);
            foreach (Coding coding in route.Codings)
            {
                if (coding.System == CodeSystemId.Snomed && OfCode(coding.Code) is { } known) return known;
            }

            foreach (string text in route.Texts)
            {
                foreach ((string word, Route named) in Words)
                {
                    if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return named;
                }
            }
        }

        return null;
    }

    private static Route? OfCode(string code) => code switch
    {
        "26643006" => Route.Oral,
        "47625008" => Route.Intravenous,
        "34206005" => Route.Subcutaneous,
        _ => null,
    };
}
