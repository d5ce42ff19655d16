namespace Cds.FhirMapping.Terminology;

/// <summary>The code systems that the tables of <c>tools/terminology</c> name in short.</summary>
internal static class TableSystem
{
    /// <summary>The code system of a short name.</summary>
    /// <exception cref="InvalidDataException">No such name. The table ships with the program, so this is a build error.</exception>
    public static CodeSystemId Of(string name) => name switch
    {
        "RxNorm" => CodeSystemId.RxNorm,
        "NDC" => CodeSystemId.Ndc,
        "YJ" => CodeSystemId.Yj,
        "HOT7" or "HOT9" => CodeSystemId.Hot,
        "RECEIPT" => CodeSystemId.ReceiptDrug,
        "ATC" => CodeSystemId.Atc,
        "HCPCS" => CodeSystemId.Hcpcs,
        "ICD-10-PCS" => CodeSystemId.Icd10Pcs,
        "JP-FEE" => CodeSystemId.JapaneseFeeSchedule,
        "ICD-O-3" => CodeSystemId.IcdO3,
        _ => throw new InvalidDataException($"no code system is called {name}"),
    };
}
