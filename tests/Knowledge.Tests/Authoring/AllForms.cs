using Cds.Knowledge.Loading.Forms;

namespace Cds.Knowledge.Tests.Authoring;

/// <summary>Every form that a knowledge file can hold, from the files down.</summary>
internal static class AllForms
{
    public static IReadOnlyList<EntryForm> Found { get; } = [.. Find()];

    private static HashSet<EntryForm> Find()
    {
        var found = new HashSet<EntryForm>();
        var open = new Queue<Shape>(ContentFiles.All.Select(file => file.Root));
        while (open.TryDequeue(out Shape? shape))
        {
            IEnumerable<Shape> within = shape switch
            {
                ListShape list => [list.Item],
                EitherShape either => either.Shapes,
                FormShape { Entry: var form } when found.Add(form) => [.. form.Members.Select(member => member.Holds), .. form.Others is { } others ? [others] : Array.Empty<Shape>()],
                _ => [],
            };
            foreach (Shape inner in within) open.Enqueue(inner);
        }

        return found;
    }
}
