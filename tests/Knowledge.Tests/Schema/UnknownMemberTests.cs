using System.Globalization;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Loading.Forms;
using Cds.Knowledge.Tests.Authoring;
using Cds.Knowledge.Vignettes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Tests.Schema;

/// <summary>A member that nobody knows, put into one mapping of every form of the content, is a defect for the readers and for the schema alike.</summary>
public sealed class UnknownMemberTests
{
    private static readonly Dictionary<EntryForm, (string Path, Mark Start, bool IsFlow)> Places = Find();

    /// <summary>Only a site has a formulary; no rule that ships counts with <c>at-least</c> or shares an order.</summary>
    [Fact]
    public void Every_other_form_stands_somewhere_in_the_content_that_ships() =>
        Assert.Equal(
            ["drug", "formulary-file", "regimen", "shared-order"],
            AllForms.Found.Where(form => form.Others is null && !Places.ContainsKey(form)).Select(form => form.Name ?? form.Members[0].Name).Order());

    [Fact]
    public void It_is_a_defect_for_the_readers()
    {
        var files = KnowledgeFilesThatShip.All.Select(Mistyped).ToLookup(file => KnowledgeFile.InLayout(file.Path).StartsWith("vignettes/", StringComparison.Ordinal));
        List<KnowledgeDefect> defects = [.. Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read([.. files[false]])).Defects];
        var vignettes = new VignetteReader(Content.Shipped.Knowledge);
        foreach (KnowledgeFile file in files[true].Where(file => Places.Values.Any(place => place.Path == file.Path)))
            defects.AddRange(Assert.Throws<KnowledgeDefectsException>(() => vignettes.Read(file)).Defects);
        Assert.All(Places.Keys, form => Assert.Contains(defects, defect => defect.What.StartsWith($"unknown member '{Mistake(form)}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_a_difference_for_the_schema() => Assert.All(Places, place =>
    {
        KnowledgeFile file = KnowledgeFilesThatShip.All.Single(f => f.Path == place.Value.Path);
        IReadOnlyList<string> differences = new KnowledgeSchema(ContentFiles.Of(file.Path)!.Name).Differences(With(file.Text, [place.Key]));
        Assert.Contains(differences, difference => difference.EndsWith($"unknown member '{Mistake(place.Key)}'", StringComparison.Ordinal));
    });

    private static string Mistake(EntryForm form) => "mistake-" + AllForms.Found.ToList().IndexOf(form).ToString(CultureInfo.InvariantCulture);

    private static KnowledgeFile Mistyped(KnowledgeFile file) => file with { Text = With(file.Text, Places.Where(place => place.Value.Path == file.Path).Select(place => place.Key)) };

    private static string With(string text, IEnumerable<EntryForm> forms)
    {
        foreach (EntryForm form in forms.OrderByDescending(form => Places[form].Start.Index))
        {
            (_, Mark start, bool isFlow) = Places[form];
            int at = (int)start.Index + (isFlow ? 1 : 0);
            text = text.Insert(at, isFlow ? $" {Mistake(form)}: 1," : $"{Mistake(form)}: 1\n{new string(' ', (int)start.Column - 1)}");
        }

        return text;
    }

    private static Dictionary<EntryForm, (string, Mark, bool)> Find()
    {
        var places = new Dictionary<EntryForm, (string, Mark, bool)>();
        foreach (KnowledgeFile file in KnowledgeFilesThatShip.All)
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            Walk(file, ContentFiles.Of(file.Path)!.Root, stream.Documents[0].RootNode, places);
        }

        return places;
    }

    private static void Walk(KnowledgeFile file, Shape shape, YamlNode node, Dictionary<EntryForm, (string, Mark, bool)> places)
    {
        if (node is YamlSequenceNode list)
        {
            foreach (YamlNode item in list) Walk(file, ItemOf(shape), item, places);
        }
        else if (node is YamlMappingNode mapping && Fitting(shape, mapping) is { } form)
        {
            if (form.Others is null) places.TryAdd(form, (file.Path, mapping.Start, mapping.Style == MappingStyle.Flow));
            foreach ((YamlNode key, YamlNode value) in mapping) Walk(file, form.Holds(((YamlScalarNode)key).Value!)!, value, places);
        }
    }

    private static Shape ItemOf(Shape shape) => shape switch
    {
        ListShape inner => inner.Item,
        EitherShape either => either.Shapes.OfType<ListShape>().First().Item,
        _ => shape,
    };

    private static EntryForm? Fitting(Shape shape, YamlMappingNode mapping) => shape is EitherShape either
        ? either.Shapes.Select(s => s.Form(inList: false)).OfType<EntryForm>().FirstOrDefault(form => mapping.Children.Keys.All(key => form.Holds(((YamlScalarNode)key).Value!) is not null))
        : shape.Form(inList: false);
}
