namespace Cds.Knowledge.Loading.Forms;

/// <summary>What a member of an entry holds: its reader keeps to it, the editor schema and the reference for authors are made of it.</summary>
internal abstract record Shape
{
    /// <summary>A text or an id.</summary>
    public static Shape Text { get; } = new ScalarShape(ScalarKind.Text);

    /// <summary>A text that may look like a number: <c>50 %</c>, <c>1.65</c>.</summary>
    public static Shape TextOrNumber { get; } = new ScalarShape(ScalarKind.TextOrNumber);

    /// <summary>True or false.</summary>
    public static Shape Flag { get; } = new ScalarShape(ScalarKind.Flag);

    /// <summary>A whole number.</summary>
    public static Shape WholeNumber { get; } = new ScalarShape(ScalarKind.WholeNumber);

    /// <summary>A number.</summary>
    public static Shape Number { get; } = new ScalarShape(ScalarKind.Number);

    /// <summary>Texts or ids; a single one stands for a list of one.</summary>
    public static Shape Texts { get; } = new ListShape(Text, OneWillDo: true);

    /// <summary>Numbers, or texts that stand for several (<c>1-21</c>).</summary>
    public static Shape NumbersOrTexts { get; } = new ListShape(TextOrNumber, OneWillDo: true);

    /// <summary>A text in both languages, or the id of a shared one.</summary>
    public static Shape Localized { get; } = Either(Of(TextForms.BothLanguages), Text);

    /// <summary>A part of a document: <c>jsh-2023#mm-6-cq4</c>, or with a note.</summary>
    public static Shape Citation { get; } = Either(Text, Of(TextForms.Citation));

    /// <summary>Parts of documents; a single one stands for a list of one.</summary>
    public static Shape Citations { get; } = new ListShape(Citation, OneWillDo: true);

    /// <summary>A criterion of any kind.</summary>
    public static Shape Criterion { get; } = Of(CriterionForm.Any);

    /// <summary>The form of the mapping that the member is, or that each entry of its list is; null where that is no mapping.</summary>
    /// <param name="inList">Whether the entries of a list are meant.</param>
    public abstract EntryForm? Form(bool inList);

    /// <summary>A mapping.</summary>
    public static Shape Of(EntryForm form) => new FormShape(form);

    /// <summary>A list of mappings.</summary>
    public static Shape ListOf(EntryForm form) => new ListShape(Of(form), OneWillDo: false);

    /// <summary>A list of mappings, among them shared ones named by their ids.</summary>
    public static Shape ListOfOrShared(EntryForm form) => new ListShape(Either(Of(form), Text), OneWillDo: false);

    /// <summary>A word of an enumeration, in kebab case.</summary>
    /// <param name="except">Values that nobody may write here.</param>
    public static Shape Word<T>(params T[] except)
        where T : struct, Enum => OneOf([.. Enum.GetValues<T>().Except(except).Select(value => KebabCase.Of(value.ToString()))]);

    /// <summary>One of some words of an enumeration, in kebab case.</summary>
    public static Shape Among<T>(params T[] values)
        where T : struct, Enum => Word([.. Enum.GetValues<T>().Except(values)]);

    /// <summary>A word of a closed set.</summary>
    public static Shape OneOf(params string[] words) => new WordShape(words);

    /// <summary>Any of these.</summary>
    public static Shape Either(params Shape[] shapes) => new EitherShape(shapes);
}

/// <summary>What a plain value is read as.</summary>
internal enum ScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that may look like a number.</summary>
    TextOrNumber,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Whole number.</summary>
    WholeNumber,

    /// <summary>Number.</summary>
    Number,
}

/// <summary>A plain value.</summary>
internal sealed record ScalarShape(ScalarKind Kind) : Shape
{
    public override EntryForm? Form(bool inList) => null;
}

/// <summary>A word of a closed set.</summary>
internal sealed record WordShape(IReadOnlyList<string> Words) : Shape
{
    public override EntryForm? Form(bool inList) => null;
}

/// <summary>A mapping of a form.</summary>
internal sealed record FormShape(EntryForm Entry) : Shape
{
    public override EntryForm? Form(bool inList) => inList ? null : Entry;
}

/// <summary>A list.</summary>
/// <param name="Item">What each of its entries is.</param>
/// <param name="OneWillDo">Whether one entry may stand without the list around it.</param>
internal sealed record ListShape(Shape Item, bool OneWillDo) : Shape
{
    public override EntryForm? Form(bool inList) => inList || OneWillDo ? Item.Form(inList: false) : null;
}

/// <summary>One of several shapes, of which at most one is a mapping, and one a list of mappings; of a file the roots that it may have.</summary>
internal sealed record EitherShape(IReadOnlyList<Shape> Shapes) : Shape
{
    public override EntryForm? Form(bool inList) => Shapes.Select(shape => shape.Form(inList)).OfType<EntryForm>().FirstOrDefault();
}
