using System.Text.Json;

namespace Cds.CdsHooks.Tests.Specification;

/// <summary>The members that CDS Hooks 2.0.1 knows, level by level: whatever else an answer holds belongs into <c>extension</c>.</summary>
internal static class AnswerShape
{
    private static readonly string[] Answer = ["cards", "extension"];
    private static readonly string[] Card = ["uuid", "summary", "detail", "indicator", "source", "suggestions", "selectionBehavior", "overrideReasons", "links", "extension"];
    private static readonly string[] Source = ["label", "url", "icon", "topic", "extension"];
    private static readonly string[] Suggestion = ["label", "uuid", "isRecommended", "actions", "extension"];
    private static readonly string[] Action = ["type", "description", "resource", "resourceId", "extension"];
    private static readonly string[] Link = ["label", "url", "type", "appContext", "extension"];
    private static readonly string[] Coding = ["system", "code", "display"];

    /// <summary>Fails on any member that the specification does not know, and on an extension that is no object with reverse-domain names.</summary>
    public static void Check(JsonElement answer)
    {
        Members(answer, Answer, "$");
        foreach (JsonElement card in answer.GetProperty("cards").EnumerateArray())
        {
            Members(card, Card, "card");
            Members(card.GetProperty("source"), Source, "source");
            Members(card.GetProperty("source").GetProperty("topic"), Coding, "topic");
            foreach (JsonElement reason in Items(card, "overrideReasons")) Members(reason, Coding, "overrideReason");
            foreach (JsonElement link in Items(card, "links")) Members(link, Link, "link");
            foreach (JsonElement suggestion in Items(card, "suggestions"))
            {
                Members(suggestion, Suggestion, "suggestion");
                foreach (JsonElement action in Items(suggestion, "actions")) Members(action, Action, "action");
            }
        }
    }

    public static IEnumerable<JsonElement> Items(JsonElement parent, string member) =>
        parent.TryGetProperty(member, out JsonElement items) ? items.EnumerateArray() : [];

    private static void Members(JsonElement element, string[] known, string what)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            Assert.True(known.Contains(member.Name), $"{what} has the unknown member '{member.Name}'");
            if (member.Name != "extension") continue;
            Assert.Equal(JsonValueKind.Object, member.Value.ValueKind);
            Assert.All(member.Value.EnumerateObject(), extension => Assert.Matches("^[a-z]+\\.[a-z][a-z0-9.-]+$", extension.Name));
        }
    }
}
