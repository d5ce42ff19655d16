using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Batch.Register;
using Cds.CdsHooks.Envelope;
using Cds.FhirMapping;

namespace Cds.CdsHooks.Batch;

/// <summary>Answers a line with the very bytes that <c>/assessments</c> answers for its Bundle, or with an error line. Thread-safe.</summary>
internal sealed class BatchAssessor(PatientFactsReader reader, Assessor assessor, CleanJson json, AsOf asOf, Language language, RegisterEntries? register = null)
{
    /// <summary>How every error line begins, and no assessment.</summary>
    public const string BeginOfError = "{\"error\":";

    // Grows to the longest answer once, not anew for each patient.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>Answers one line and gives its memory back. A defect of the program costs this patient's answer and no other's.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "One patient must not end the run of all; the line names the defect.")]
    public AnswerLine Answer(InputLine line)
    {
        using (line)
        {
            try
            {
                return Assess(line) with { InputBytes = line.Bytes.Length + 1 };
            }
            catch (Exception defect) when (defect is not OperationCanceledException)
            {
                return ErrorLine(line.Source, $"a defect of the program kept this patient from being answered ({defect.GetType().Name})", null);
            }
        }
    }

    private AnswerLine Assess(InputLine line)
    {
        if (line.Fault is { } fault) return ErrorLine(line.Source, fault, null);
        if (json.FindFault(line.Bytes) is { } wrong) return ErrorLine(line.Source, wrong.Detail.In(language), wrong.Path);
        PatientFactsReading reading = reader.ReadBundle(line.Bytes);
        if (reading.Facts is not { } facts) return ErrorLine(line.Source, reading.Problem!.Text.In(language), reading.Problem.Path);
        Assessment assessment = assessor.Assess(facts, asOf);
        return Line(true, WireAssessment.Of(assessment, assessor.Knowledge, language), AssessmentJson.Default.WireAssessment) with
        {
            Entry = register?.Write(line.Source, line.Bytes, facts, asOf, assessment) ?? default,
        };
    }

    /// <summary>An error line. It names places, never what stands there.</summary>
    public static AnswerLine ErrorLine(string source, string error, string? path) => Line(false, new ErrorLine(error, path, source), BatchJson.Default.ErrorLine);

    private static AnswerLine Line<T>(bool answered, T answer, JsonTypeInfo<T> form)
    {
        ArrayBufferWriter<byte> buffer = _buffer ??= new ArrayBufferWriter<byte>(64 * 1024);
        // What a defect left of another patient is none of this one's.
        buffer.ResetWrittenCount();
        JsonAnswer.Write(buffer, answer, form);
        buffer.Write("\n"u8);
        byte[] line = buffer.WrittenSpan.ToArray();
        // Wiped: it held patient data.
        buffer.Clear();
        return new AnswerLine(answered, line);
    }
}

/// <summary>A line of the output.</summary>
/// <param name="IsAssessment">False for an error line.</param>
/// <param name="Bytes">The line with its end.</param>
internal sealed record AnswerLine(bool IsAssessment, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>What the register keeps of the patient, a line too; empty where nobody asked for it.</summary>
    public ReadOnlyMemory<byte> Entry { get; init; }

    /// <summary>Bytes of the line that it answers, with its end.</summary>
    public int InputBytes { get; init; }
}
