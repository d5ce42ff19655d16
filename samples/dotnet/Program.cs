using System.Globalization;
using Cds.FhirMapping;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Recommendations;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

KnowledgeBase knowledge = KnowledgeBaseReader.ReadEmbedded();
var reader = new PatientFactsReader(knowledge, CodeMap.ReadEmbedded(), TimeZoneInfo.Local);
Bundle bundle = new FhirJsonDeserializer().Deserialize<Bundle>(File.ReadAllText(args[0]));
PatientFactsReading reading = reader.Read(bundle);
if (reading.Facts is null) throw new InvalidDataException(reading.Problem!.Text.En);
Assessment assessment = new Assessor(knowledge).Assess(reading.Facts, AsOf.EndOf(DateOnly.Parse(args[1], CultureInfo.InvariantCulture)));
foreach (var stage in assessment.Conclusions.Where(conclusion => conclusion.Id.StartsWith("staging.", StringComparison.Ordinal)))
    Console.WriteLine($"{stage.Title.En}: {stage.ValueTitle?.En ?? "open, missing " + string.Join(", ", stage.Missing)}");
foreach (var due in assessment.Recommendations.Where(recommendation => recommendation.Status == RecommendationStatus.Due))
    Console.WriteLine($"due: {due.Summary.En}");
