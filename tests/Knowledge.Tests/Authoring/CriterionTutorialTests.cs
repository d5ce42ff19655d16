using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Authoring;

/// <summary>The tutorial "Add a criterion kind": its file is compiled here, and does what it promises.</summary>
public sealed class CriterionTutorialTests
{
    [Fact]
    public void The_file_of_the_tutorial_is_the_one_that_is_compiled_here()
    {
        string tutorial = Repository.TextOf("docs", "authoring-knowledge.md").Split("```csharp\n")[1].Split("```")[0];
        Assert.Equal(
            Repository.TextOf("tests", "Knowledge.Tests", "Authoring", "AnyAllergy.cs").TrimEnd(),
            string.Join('\n', tutorial.Split('\n').Select(line => line.StartsWith("   ", StringComparison.Ordinal) ? line[3..] : line)).TrimEnd());
    }

    [Fact]
    public void The_kind_is_read_from_yaml_and_another_answer_than_true_is_a_defect()
    {
        Assert.IsType<AnyAllergy>(Read("any-allergy: true", out IReadOnlyList<KnowledgeDefect> none));
        Assert.Empty(none);
        Read("any-allergy: false", out IReadOnlyList<KnowledgeDefect> defects);
        Assert.Equal("'any-allergy' can only be true", Assert.Single(defects).What);
    }

    [Fact]
    public void An_allergy_makes_it_true_none_false_and_a_record_that_was_not_read_unknown()
    {
        PatientFacts patient = Build.Myeloma();
        Assert.Equal(Truth.False, Evaluate(patient).Truth);
        Assert.Equal(Truth.True, Evaluate(patient with { Allergies = [new RecordedAllergy("aspirin", null, "AllergyIntolerance/a")] }).Truth);
        Finding open = Evaluate(patient with { KnownHistory = RecordedHistory.All & ~RecordedHistory.Allergies });
        Assert.Equal(Truth.Unknown, open.Truth);
        Assert.Equal(["allergies"], open.Missing);
    }

    private static Finding Evaluate(PatientFacts patient) => new AnyAllergy().Evaluate(Build.Context(patient));

    private static Criterion Read(string yaml, out IReadOnlyList<KnowledgeDefect> found)
    {
        var defects = new DefectList();
        var vocabulary = new Vocabulary();
        YamlEntry entry = YamlEntry.Parse(new KnowledgeFile("site.yaml", yaml), null, defects, new SharedEntries())!;
        Criterion criterion = AnyAllergy.Kind.Read(new CriterionEntry(entry, vocabulary, new CriterionReader(vocabulary)));
        entry.Finish();
        found = defects.Defects;
        return criterion;
    }
}
