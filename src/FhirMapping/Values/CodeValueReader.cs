using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>Reads facts with a closed list of codes: disease status, stage, isotype, frailty, blood group.</summary>
internal sealed class CodeValueReader(ReadingContext context)
{
    public ReadValue? Read(FactDefinition fact, ObservedResult result, string resource)
    {
        if (result.Value is not { } value)
        {
            if (!result.HasParts) context.Notes.NoValue(resource, fact.Title);
            return null;
        }

        CodeableConcept? concept = value.Concept();
        string? code = concept is not null ? OfConcept(fact, concept)
            : value.Words() is { } text ? OfText(fact, text)
            : value.PlainNumber() is { } number ? OfText(fact, number.ToString("0", System.Globalization.CultureInfo.InvariantCulture))
            : null;
        if (code is not null) return new ReadValue(new CodeValue(code));
        if (concept is not null && AnswerReader.Read(concept, context.Codes) is Answer.Indeterminate)
        {
            context.Notes.Indeterminate(resource, fact.Title, concept.Name());
            return null;
        }

        context.Notes.UnknownCode(resource, fact.Title, concept.Name() ?? value.Words() ?? value.MemberName());
        return null;
    }

    private string? OfConcept(FactDefinition fact, CodeableConcept concept)
    {
        foreach (string id in context.Codes.Find(concept, TargetKind.Value))
        {
            int dot = id.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && (id[..dot] == fact.Id || (id[..dot] == "stage" && IsStage(fact))) && fact.Codes.Contains(id[(dot + 1)..])) return id[(dot + 1)..];
        }

        foreach (CodeInSystem coding in concept.Codes())
        {
            if (Listed(fact, coding.Code) is { } listed && coding.System is CodeSystemId.Project or CodeSystemId.Unknown) return listed;
        }

        return concept.Texts().Select(text => OfText(fact, text)).FirstOrDefault(code => code is not null);
    }

    private string? OfText(FactDefinition fact, string text)
    {
        if (Listed(fact, text) is { } listed) return listed;
        if (IsStage(fact)) return StageText.Read(text) is { } stage && fact.Codes.Contains(stage) ? stage : null;
        if (fact.ReadsAs == CodeReading.Isotype) return IsotypeText.Read(text) is { } isotype && fact.Codes.Contains(isotype) ? isotype : null;
        string form = TextForm.Normalise(text);
        foreach (string code in fact.Codes)
        {
            // Whole words only: PR must not be found inside another abbreviation.
            if (context.Codes.NamesOf(TargetKind.Value, $"{fact.Id}.{code}").Any(name => TextForm.Normalise(name) == form)) return code;
        }

        return fact.ReadsAs == CodeReading.BloodGroup ? BloodGroup(form) : null;
    }

    private static string? Listed(FactDefinition fact, string text)
    {
        string form = TextForm.Normalise(text).Replace('_', '-');
        return fact.Codes.FirstOrDefault(code => string.Equals(code, form, StringComparison.OrdinalIgnoreCase))
            ?? fact.Codes.FirstOrDefault(code => string.Equals(code.Replace("-", "", StringComparison.Ordinal), form.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    private static string? BloodGroup(string form) => form.Replace("型", "", StringComparison.Ordinal).TrimEnd('+', '-') switch
    {
        "a" => "A",
        "b" => "B",
        "ab" => "AB",
        "o" => "O",
        _ => null,
    };

    private static bool IsStage(FactDefinition fact) => fact.ReadsAs is CodeReading.Iss or CodeReading.RIss;
}
