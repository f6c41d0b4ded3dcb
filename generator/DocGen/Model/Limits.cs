namespace DocGen.Generator.Model;

/// <summary>
/// Bounds on work and text that keep the compiler safe from any page. Each has a row in <c>docs/heuristics.md</c>. What
/// decides what docs mean is in <see cref="Thresholds"/>.
/// </summary>
internal static class Limits
{
    // Pages.

    /// <summary>Characters of a page: a table takes some hundred bytes of memory for each of its own.</summary>
    public const int Page = 2 * 1024 * 1024;

    /// <summary>Quote and list markers at the start of one line: Markdig throws at 128 levels, after work for every
    /// marker.</summary>
    public const int Markers = 100;

    /// <summary>Link reference definitions of a page: each is compared with all before it.</summary>
    public const int References = 5_000;

    /// <summary>Signs of emphasis in one block: each costs a walk over what is open.</summary>
    public const int Signs = 2_000;

    /// <summary>Brackets that are open at one place: each piece of a text costs a walk over what is open.</summary>
    public const int Brackets = 100;

    /// <summary>Parentheses that are open in a link's destination or title: CommonMark lets a reader stop at as
    /// many.</summary>
    public const int Parentheses = 32;

    /// <summary>Lists and quotes around a block that is read: each level is a call on the stack.</summary>
    public const int BlockDepth = 32;

    /// <summary>Emphasis and links around text that is read: each level is a call on the stack.</summary>
    public const int InlineDepth = 32;

    /// <summary>Pieces of text that are read behind an open tag: on a page of open tags each would look at all that
    /// follow.</summary>
    public const int TagPieces = 200;

    /// <summary>Lines of a block with a table from which on it is long: Markdig moves all lines behind an open sign for
    /// each of them.</summary>
    public const int LongTable = 1_000;

    /// <summary>Characters in which the partner of a sign is searched for in a long table.</summary>
    public const int LongTableReach = 1_000;

    /// <summary>Files that include each other: each level is read with all around it.</summary>
    public const int Includes = 8;

    /// <summary>Rows of a table in which requests are looked for: each is read as a line of its own.</summary>
    public const int RequestRows = 1_000;

    /// <summary>Requests of a plain page: each is compared with the others of its heading.</summary>
    public const int Requests = 1_000;

    /// <summary>Characters behind a brace in which spaces belong to a placeholder: a longer line would be searched from
    /// each brace on.</summary>
    public const int SpacedUrl = 2_000;

    /// <summary>Words of a command: more are a script.</summary>
    public const int CommandWords = 400;

    /// <summary>Keys that an annotation names for one URL: each costs a search of it.</summary>
    public const int SoughtKeys = 100;

    /// <summary>Characters in which the end of an HTML element's name is searched for: nobody gives it a longer
    /// one.</summary>
    public const int ElementName = 200;

    // Types and values.

    /// <summary>Objects and lists within each other in JSON: each level is a call on the stack.</summary>
    public const int JsonDepth = 64;

    /// <summary>Objects within each other that have types of their own: below, they are any object.</summary>
    public const int ShapeDepth = 8;

    /// <summary>Items of a list by which its type is known: each costs a look at all members.</summary>
    public const int ShapeItems = 500;

    /// <summary>Members of an object from which on its names are in a set: for fewer, comparing costs less.</summary>
    public const int FewMembers = 12;

    /// <summary>Lists of lists: a type is kept for each rank.</summary>
    public const int ListRank = 4;

    /// <summary>Characters of a cell that is read as a type: taking it apart, collection by collection, costs the
    /// stack.</summary>
    public const int TypeText = 300;

    /// <summary>Parts of a body that are members of its request: each is a parameter.</summary>
    public const int BodyParts = 20;

    /// <summary>Types between one and its root: each costs a step for each type below.</summary>
    public const int Bases = 64;

    /// <summary>Ancestors that the words of one page may name: each is compared with the others.</summary>
    public const int Ancestors = 16;

    /// <summary>Names of members that are searched for one by one: for more, one pass over all members costs
    /// less.</summary>
    public const int MemberSearches = 40;

    /// <summary>Templates that end alike and are compared with an example's URL: no documented word ends as
    /// many.</summary>
    public const int AlikeTemplates = 500;

    /// <summary>Characters of a string that is shared by all pages: longer ones are of one page.</summary>
    public const int PooledText = 100;

    // Names and code.

    /// <summary>Characters of an identifier: more are cut.</summary>
    public const int Identifier = 120;

    /// <summary>Letters of a name that is cut into words: the work grows with the square.</summary>
    public const int CutName = 64;

    /// <summary>Members whose states one word has: 32 bits, two for each, as the runtime has them.</summary>
    public const int MembersAWord = 16;

    /// <summary>Characters of a text that is kept for the next file: larger ones are given back.</summary>
    public const int KeptText = 1 << 16;

    // Findings.

    /// <summary>Findings of a page that suggest a word: each costs a comparison with all words, and who reads so many
    /// has no need of more.</summary>
    public const int Suggestions = 20;

    /// <summary>Letters of a word for which another is suggested: comparing costs the square.</summary>
    public const int SuggestedWord = 100;

    /// <summary>Characters of an argument that a finding shows: a line has no room for more.</summary>
    public const int Argument = 120;

    /// <summary>Members of a type that a finding lists: it has no room for more.</summary>
    public const int UnknownMembers = 20;

    /// <summary>References of a paragraph that are not found as they are written: each costs a search to its
    /// end.</summary>
    public const int MissedReferences = 20;

    /// <summary>Things that a change names: more are counted.</summary>
    public const int NamedChanges = 5;

    /// <summary>Additions to a page that a finding names: more are counted.</summary>
    public const int NamedAdditions = 3;

    /// <summary>Larger edits that are looked through for one that a smaller is a part of: the work stays
    /// linear.</summary>
    public const int ComparedEdits = 100;
}
