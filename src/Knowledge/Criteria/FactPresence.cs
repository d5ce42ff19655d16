namespace Cds.Knowledge.Criteria;

/// <summary>A finding is present (or absent).</summary>
/// <param name="Fact">Fact id of a presence or count fact.</param>
/// <param name="At">Which value.</param>
/// <param name="Present">What is asked.</param>
public sealed record FactPresence(string Fact, FactTime At, bool Present) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static FactTestKind Kind { get; } = new(
        [new("is", MemberType.Texts)],
        [new("&nbsp;&nbsp;`is: present`, `is: absent`", "the finding")],
        asked => asked.Entry.Has("is") && asked.Fact.Kind is FactKind.Presence or FactKind.Count ? [Is(asked)] : []);

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        Truth present = reading.Value switch
        {
            PresenceValue presence => presence.Present.ToTruth(),
            QuantityValue count => count.Range.IsAtLeast(1m),
            _ => Truth.Unknown,
        };
        Truth truth = Present ? present : present.Not();
        return Finding.Of(truth, reading.Basis, truth != Truth.Unknown ? [] : reading.Missing.Count > 0 ? reading.Missing : [Fact]);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Fact, Fact)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(
        (Present ? new LocalizedText("{what} present", "{what}あり") : new LocalizedText("{what} absent", "{what}なし")).With("what", words.Fact(Fact, At)));

    private static FactPresence Is(FactQuestion asked)
    {
        string value = asked.Entry.RequiredText("is");
        if (value is not ("present" or "absent")) asked.Entry.Defect($"fact '{asked.Fact.Id}' is present or absent, not '{value}'", "is");
        return new FactPresence(asked.Fact.Id, asked.At, value == "present");
    }
}
