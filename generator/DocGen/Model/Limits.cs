namespace DocGen.Generator.Model;

/// <summary>
/// Maximum amounts of work and text. They bound the time and memory that a page can cost the compiler. A row of
/// <c>docs/heuristics.md</c> describes each limit. Numbers that decide the meaning of docs are in
/// <see cref="Thresholds"/>.
/// </summary>
internal static class Limits
{
    // Pages.

    /// <summary>Characters of a page. A table takes some hundred bytes of memory for each of its characters.</summary>
    public const int Page = 2 * 1024 * 1024;

    /// <summary>
    /// Quote and list markers at the start of a line. At 128 levels, Markdig throws an exception, but only after work
    /// for every marker.
    /// </summary>
    public const int Markers = 100;

    /// <summary>
    /// Link reference definitions of a page. Each definition is compared with all definitions before it.
    /// </summary>
    public const int References = 5_000;

    /// <summary>Runs of emphasis characters in a block. Each run costs a walk over the open runs.</summary>
    public const int Signs = 2_000;

    /// <summary>Open brackets in a block. Each piece of text costs a walk over the open brackets.</summary>
    public const int Brackets = 100;

    /// <summary>Open parentheses in a link's destination or title. CommonMark allows such a limit.</summary>
    public const int Parentheses = 32;

    /// <summary>Levels of lists and quotes around a block that is read. Each level is a call on the stack.</summary>
    public const int BlockDepth = 32;

    /// <summary>Levels of emphasis and links around text that is read. Each level is a call on the stack.</summary>
    public const int InlineDepth = 32;

    /// <summary>
    /// Pieces of text that are searched after an open tag. On a page with many open tags, each search would visit all
    /// pieces up to the end.
    /// </summary>
    public const int TagPieces = 200;

    /// <summary>
    /// Lines above which a block with a table is long. For each open emphasis run, Markdig moves all rows after it.
    /// </summary>
    public const int LongTable = 1_000;

    /// <summary>Characters that are searched for the partner of an emphasis run in a long table.</summary>
    public const int LongTableReach = 1_000;

    /// <summary>Levels of files that include each other. Each level is read with all levels around it.</summary>
    public const int Includes = 8;

    /// <summary>Rows of a table that are searched for requests. Each row is read as a separate line.</summary>
    public const int RequestRows = 1_000;

    /// <summary>Requests of a plain page. Each request is compared with the others below the same heading.</summary>
    public const int Requests = 1_000;

    /// <summary>
    /// Characters from a brace to the end of the line within which a placeholder may contain spaces. In a longer line,
    /// each brace would cost a search.
    /// </summary>
    public const int SpacedUrl = 2_000;

    /// <summary>Words of a command. A longer text is a script.</summary>
    public const int CommandWords = 400;

    /// <summary>Example keys that an annotation lists for a URL. Each key costs a search of the URL.</summary>
    public const int SoughtKeys = 100;

    /// <summary>
    /// Characters that are searched for the end of an HTML element's name. No author uses a longer name.
    /// </summary>
    public const int ElementName = 200;

    // Types and values.

    /// <summary>Levels of objects and lists in JSON. Each level is a call on the stack.</summary>
    public const int JsonDepth = 64;

    /// <summary>Levels of objects in JSON that have types. Deeper objects are untyped.</summary>
    public const int ShapeDepth = 8;

    /// <summary>Items of a list that are read to find the list's type. Each item costs a look at all members.</summary>
    public const int ShapeItems = 500;

    /// <summary>
    /// Members of an object above which their names are put into a set. For fewer members, comparisons cost less.
    /// </summary>
    public const int FewMembers = 12;

    /// <summary>Levels of lists in lists. A type is stored for each rank.</summary>
    public const int ListRank = 4;

    /// <summary>
    /// Characters of a cell that is read as a type. Each nested collection in the text costs a level of recursion.
    /// </summary>
    public const int TypeText = 300;

    /// <summary>Parts of a body that become members of the request. Each part is a parameter.</summary>
    public const int BodyParts = 20;

    /// <summary>Base types above a type. Each base type costs a step for each derived type.</summary>
    public const int Bases = 64;

    /// <summary>Ancestors that are read from the prose of a page. Each ancestor is compared with the others.</summary>
    public const int Ancestors = 16;

    /// <summary>
    /// Names of members that are searched one by one. For more names, one pass over all members costs less.
    /// </summary>
    public const int MemberSearches = 40;

    /// <summary>
    /// URL templates with the same last word that are compared with an example's URL. In real docs, fewer templates end
    /// in the same word.
    /// </summary>
    public const int AlikeTemplates = 500;

    /// <summary>
    /// Characters of a string that pages share through the pool. Longer strings are on only one page.
    /// </summary>
    public const int PooledText = 100;

    // Names and code.

    /// <summary>Characters of an identifier. A longer identifier is cut.</summary>
    public const int Identifier = 120;

    /// <summary>Letters of a name that is split into words. The work grows with the square of their number.</summary>
    public const int CutName = 64;

    /// <summary>Members whose states fit in one word of 32 bits. The runtime uses two bits for each member.</summary>
    public const int MembersAWord = 16;

    /// <summary>Characters of a text buffer that is kept for the next file. Larger buffers are released.</summary>
    public const int KeptText = 1 << 16;

    // Findings.

    /// <summary>Findings of a page that suggest a word. Each suggestion costs a comparison with all words.</summary>
    public const int Suggestions = 20;

    /// <summary>
    /// Letters of a word that gets a suggestion. The cost of a comparison grows with the square of their number.
    /// </summary>
    public const int SuggestedWord = 100;

    /// <summary>Characters of an argument in a finding. A line of output has no room for more.</summary>
    public const int Argument = 120;

    /// <summary>Members of a type that a finding lists. A line of output has no room for more.</summary>
    public const int UnknownMembers = 20;

    /// <summary>
    /// References of a paragraph that are not found in the text because the page writes them in another form. Each of
    /// them costs a search to the end of the paragraph.
    /// </summary>
    public const int MissedReferences = 20;

    /// <summary>Elements that the text of a change names. Further elements are only counted.</summary>
    public const int NamedChanges = 5;

    /// <summary>Additions to a page that a finding names. Further additions are only counted.</summary>
    public const int NamedAdditions = 3;

    /// <summary>
    /// Larger edits with which a smaller edit is compared, because it may be a part of one of them. The limit keeps the
    /// work linear.
    /// </summary>
    public const int ComparedEdits = 100;
}
