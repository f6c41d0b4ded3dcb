using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A table, with what its rows are about and which columns say it.</summary>
internal sealed class Table(TableBlock block, Section section, bool isIncluded) : OutlineBlock(section, isIncluded)
{
    private TableColumns? _columns;
    private bool _isTranslated;

    public IReadOnlyList<RichText> Header => block.Header;

    public IReadOnlyList<IReadOnlyList<RichText>> Rows => block.Rows;

    public int Start => block.Start;

    public int End => block.End;

    /// <summary>
    /// What it holds. The outline sets it once it knows what the sections hold and whether the page is translated.
    /// </summary>
    public TableKind Kind { get; private set; }

    /// <summary>
    /// The columns of a table whose rows are members, or other things that have a name and a description.
    /// </summary>
    public TableColumns Columns => _columns ??= TableColumns.Of(this, _isTranslated);

    /// <summary>What messages call its rows.</summary>
    public string Noun => Kind switch
    {
        TableKind.Headers or TableKind.ResponseHeaders => "headers",
        TableKind.Relationships => "relationships",
        TableKind.Properties or TableKind.ResponseMembers => "properties",
        TableKind.Members when Owner is not null => "properties",
        _ => "parameters",
    };

    /// <param name="isTranslated">The page is in another language.</param>
    /// <param name="annotatesResource">The page annotates a resource, whose members stand in tables under headings that
    /// say nothing.</param>
    public void Classify(bool isTranslated, bool annotatesResource)
    {
        TableKind kind = TableClassifier.Classify(this, isTranslated);
        Kind = kind == TableKind.Members && annotatesResource ? TableKind.Properties : kind;
        _isTranslated = isTranslated;
    }
}
