using System.Collections.Frozen;

namespace Cds.Knowledge.Patients;

/// <summary>
/// Names under which a part of the recorded history, or a member of the Patient, is missing as a whole (not read, not sent).
/// </summary>
public static class HistoryParts
{
    /// <summary>Recorded conditions.</summary>
    public const string Conditions = "conditions";

    /// <summary>Medication requests, statements, administrations and dispenses.</summary>
    public const string Medications = "medications";

    /// <summary>Procedures.</summary>
    public const string Procedures = "procedures";

    /// <summary>Allergies and intolerances.</summary>
    public const string Allergies = "allergies";

    /// <summary>Administrative sex.</summary>
    public const string Sex = "sex";

    /// <summary>The name of one part of the recorded history.</summary>
    public static string Of(RecordedHistory part) => part switch
    {
        RecordedHistory.Conditions => Conditions,
        RecordedHistory.Medications => Medications,
        RecordedHistory.Procedures => Procedures,
        RecordedHistory.Allergies => Allergies,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Name one part of the recorded history."),
    };

    /// <summary>Names for readers.</summary>
    internal static FrozenDictionary<string, LocalizedText> Titles { get; } = new Dictionary<string, LocalizedText>
    {
        [Conditions] = new("recorded conditions", "病名の記録"),
        [Medications] = new("medication records", "薬剤の記録"),
        [Procedures] = new("procedures", "手術・処置の記録"),
        [Allergies] = new("allergies", "アレルギーの記録"),
        [Sex] = new("sex", "性別"),
    }.ToFrozenDictionary();
}
