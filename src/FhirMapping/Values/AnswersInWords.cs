using Cds.FhirMapping.Answers;

namespace Cds.FhirMapping.Values;

/// <summary>The answers in words of one request: the same few texts recur thousands of times in one record, and each is read once.</summary>
internal sealed class AnswersInWords
{
    private readonly Dictionary<(string FactId, string Text), AnswerReading> _readings = [];

    /// <summary>What a text says of the fact that its result is about.</summary>
    public AnswerReading Read(FactDefinition fact, string text)
    {
        if (_readings.TryGetValue((fact.Id, text), out AnswerReading known)) return known;
        AnswerReading reading = FindingAnswers.Read(fact.Id, text, fact.IsExamination);
        _readings.Add((fact.Id, text), reading);
        return reading;
    }
}
