namespace Cds.CdsHooks.Localization;

/// <summary>What discovery says of each service.</summary>
internal static class ServicePhrases
{
    public static LocalizedText PatientViewTitle { get; } = new("Multiple myeloma: stage, treatment, supportive care", "多発性骨髄腫：病期・治療・支持療法");

    public static LocalizedText PatientViewDescription { get; } = new(
        "Shows what Japanese guidelines recommend for a patient with a plasma-cell disorder: stage and risk, treatment options, prophylaxis, "
        + "bone disease, and what is still missing to decide. Decision support for clinicians.",
        "形質細胞疾患の患者について、国内ガイドラインに基づく病期・リスク、治療の選択肢、予防、骨病変への対応と、判断に不足している情報を示します。"
        + "医療者の判断を支援するものです。");

    public static LocalizedText PatientViewRequirements { get; } = new(
        "Needs at least the key patient or conditions, by prefetch or, with fhirServer and fhirAuthorization, from an R4 FHIR server that the operator has "
        + "allowed; what is not obtained stays unknown and is named on a card.",
        "patientまたはconditionsの少なくとも一方が必要です。prefetchのほか、fhirServerとfhirAuthorizationがあれば、許可済みのR4 FHIRサーバーからも取得します。"
        + "得られなかった情報は不明として扱い、カードに明記します。");
}
