using System.Collections;
using System.Reflection;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Finds where two answers differ, every public member of them compared. A member that is added later is compared by itself.</summary>
internal static class AnswerComparison
{
    private static readonly Dictionary<Type, PropertyInfo[]> Members = [];

    /// <summary>The place and both values of the first difference; null when the answers are the same.</summary>
    public static string? Difference(object? expected, object? actual, string place = "answer")
    {
        if (ReferenceEquals(expected, actual)) return null;
        return (expected, actual) switch
        {
            (null, _) or (_, null) => Told(place, expected, actual),
            // Criteria are those of the definitions, the very same.
            (Criterion, _) => Told(place, expected, actual),
            // What a rule fills in for one patient; the rest of a definition is the same for all.
            (RecommendationDefinition one, RecommendationDefinition other) => one.Id == other.Id && one.Combine == other.Combine && one.Citations.SequenceEqual(other.Citations) ? null : Told(place, one.Id, other.Id),
            (IReadOnlySet<string> one, IReadOnlySet<string> other) => one.SetEquals(other) ? null : Told(place, string.Join(' ', one), string.Join(' ', other)),
            // A text has further texts made from it, without end.
            (string or ValueType or LocalizedText, _) => expected.Equals(actual) ? null : Told(place, expected, actual),
            (IEnumerable one, IEnumerable other) => OfLists([.. one.Cast<object?>()], [.. other.Cast<object?>()], place),
            _ => expected.GetType() == actual.GetType() ? OfMembers(expected, actual, place) : Told(place, expected, actual),
        };
    }

    private static string? OfLists(object?[] expected, object?[] actual, string place)
    {
        string? first = expected.Zip(actual).Select((pair, i) => Difference(pair.First, pair.Second, $"{place}[{i}]")).FirstOrDefault(found => found is not null);
        if (expected.Length == actual.Length) return first;
        return $"{place}: {expected.Length} wanted, {actual.Length} found; {first ?? Told(place, expected.ElementAtOrDefault(actual.Length), actual.ElementAtOrDefault(expected.Length))}";
    }

    private static string? OfMembers(object expected, object actual, string place)
    {
        foreach (PropertyInfo member in MembersOf(expected.GetType()))
        {
            if (Difference(member.GetValue(expected), member.GetValue(actual), $"{place}.{member.Name}") is { } found) return found;
        }

        return null;
    }

    private static PropertyInfo[] MembersOf(Type type)
    {
        if (Members.TryGetValue(type, out PropertyInfo[]? known)) return known;
        // What was evaluated is no part of the answer.
        return Members[type] = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType != typeof(Cds.Knowledge.Evaluation.PatientContext))];
    }

    private static string Told(string place, object? expected, object? actual) => $"{place}: wanted '{expected}', found '{actual}'";
}
