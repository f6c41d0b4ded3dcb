using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A table, with the kind of its rows and the meaning of its columns.</summary>
internal sealed class Table(TableBlock block, Section section, bool isIncluded) : OutlineBlock(section, isIncluded)
{
    private TableColumns? _columns;
    private bool _isTranslated;

    public IReadOnlyList<RichText> Header => block.Header;

    public IReadOnlyList<IReadOnlyList<RichText>> Rows => block.Rows;

    public int Start => block.Start;

    public int End => block.End;

    /// <summary>
    /// The kind of the rows. The outline sets it when it knows the kinds of the sections and whether the page is
    /// translated.
    /// </summary>
    public TableKind Kind { get; private set; }

    /// <summary>The columns of a table with a name and a description in each row.</summary>
    public TableColumns Columns => _columns ??= TableColumns.Of(this, _isTranslated);

    /// <summary>The noun for the rows in messages.</summary>
    public string Noun => Kind switch
    {
        TableKind.Headers or TableKind.ResponseHeaders => "headers",
        TableKind.Relationships => "relationships",
        TableKind.Properties or TableKind.ResponseMembers => "properties",
        TableKind.Members when Owner is not null => "properties",
        _ => "parameters",
    };

    /// <param name="isTranslated">Whether the page is in a language other than English.</param>
    /// <param name="annotatesResource">
    /// Whether the page annotates a resource. Tables under unknown headings then list its members.
    /// </param>
    public void Classify(bool isTranslated, bool annotatesResource)
    {
        TableKind kind = TableClassifier.Classify(this, isTranslated);
        Kind = kind == TableKind.Members && annotatesResource ? TableKind.Properties : kind;
        _isTranslated = isTranslated;
    }
}
