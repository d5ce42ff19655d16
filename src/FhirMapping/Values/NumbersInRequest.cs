using Cds.FhirMapping.Numbers;
using Cds.Knowledge.Units;

namespace Cds.FhirMapping.Values;

/// <summary>Numbers and units of one request: the same units and texts recur thousands of times in one record, and each is looked into once.</summary>
internal sealed class NumbersInRequest(UnitSpellings spellings, CodeMap codes)
{
    private readonly Dictionary<string, NumberContext> _contexts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string FactId, string Text), FactNumber> _numbers = [];
    private readonly Dictionary<(string FactId, string Unit), UnitFactor?> _factors = [];
    private readonly Dictionary<string, bool> _dimensionless = new(StringComparer.Ordinal);

    /// <summary>What a text says as a value of a fact.</summary>
    public FactNumber Read(FactDefinition fact, string text)
    {
        if (_numbers.TryGetValue((fact.Id, text), out FactNumber? known)) return known;
        FactNumber number = FactNumber.Read(fact, text, Of(fact));
        _numbers.Add((fact.Id, text), number);
        return number;
    }

    /// <summary>What settles the numbers of a fact in texts.</summary>
    public NumberContext Of(FactDefinition fact)
    {
        if (_contexts.TryGetValue(fact.Id, out NumberContext? known)) return known;
        NumberContext context = NumberContext.Of(fact, spellings, codes.NamesOf(TargetKind.Fact, fact.Id));
        _contexts.Add(fact.Id, context);
        return context;
    }

    /// <summary>A value in the canonical unit of its fact; null when the unit does not allow it.</summary>
    public ValueRange? ToCanonical(FactDefinition fact, ValueRange value, string unit)
    {
        // A unit written as the fact has it needs no looking into, and most are.
        if (!fact.Units.TryGetValue(unit, out UnitFactor? factor) && !_factors.TryGetValue((fact.Id, unit), out factor))
        {
            factor = fact.FactorOf(unit, spellings);
            _factors.Add((fact.Id, unit), factor);
        }

        return factor?.Apply(value);
    }

    /// <summary>Whether a unit says that there is none: a number with it is the number itself.</summary>
    public bool IsDimensionless(string unit)
    {
        if (_dimensionless.TryGetValue(unit, out bool known)) return known;
        bool isDimensionless = spellings.IsDimensionless(unit);
        _dimensionless.Add(unit, isDimensionless);
        return isDimensionless;
    }
}
