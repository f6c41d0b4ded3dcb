namespace DocGen.Generator.Model;

/// <summary>
/// The numbers by which rules decide the meaning of docs. A row of <c>docs/heuristics.md</c> describes each number, its
/// effect in real docs and its test. Numbers that only limit the work are in <see cref="Limits"/>.
/// </summary>
internal static class Thresholds
{
    // Members in common.

    /// <summary>
    /// The share of an example's members that a resource must have to become the type of the body or the response, if
    /// the annotation names another type or none. Few members of examples are not in a table.
    /// </summary>
    public static readonly Ratio ShownMembers = new(9, 10);

    /// <summary>
    /// The share of an object's members that a resource, the type of members with the same name, or a table must have
    /// to describe the object. Different examples of a resource leave out different members.
    /// </summary>
    public static readonly Ratio LikeMembers = new(3, 4);

    /// <summary>
    /// The share of members that two responses of the same type on plain pages have in common. Responses with less in
    /// common are different objects, such as an item and a report on it.
    /// </summary>
    public static readonly Ratio RelatedMembers = new(1, 2);

    /// <summary>
    /// The minimum share of described members in the only JSON block of a request for the block to be the request's
    /// body, if the text does not say what the block is. A body has mostly described members, and a response has more
    /// members.
    /// </summary>
    public static readonly Ratio DescribedMembers = new(1, 2);

    /// <summary>
    /// The share of a parameter list's names that must be members of an example object for the list to describe the
    /// object. A list about another object has one or two of the names by chance.
    /// </summary>
    public static readonly Ratio DescribedObject = new(1, 2);

    /// <summary>
    /// The share of a resource's members that a small object must have to be that resource. A smaller share is also in
    /// other resources.
    /// </summary>
    public static readonly Ratio OwnMembers = new(1, 2);

    /// <summary>
    /// The share of an ancestor's members that a resource must repeat to inherit from it, if the phrase before the link
    /// to the ancestor is unknown. Tables repeat inherited members.
    /// </summary>
    public static readonly Ratio HintedMembers = new(1, 2);

    /// <summary>
    /// The minimum number of members of an unnamed object that is a resource. Fewer members, such as an id and a name,
    /// are in all resources.
    /// </summary>
    public const int ObjectMembers = 3;

    /// <summary>
    /// A nested object with at least this number of members is the resource that has all of them, even if the resource
    /// has many more. So many common members are no coincidence.
    /// </summary>
    public const int CertainMembers = 5;

    /// <summary>
    /// The minimum number of equal members of two types that are the same type with two names. Smaller types may be
    /// equal by chance.
    /// </summary>
    public const int SameTypeMembers = 5;

    /// <summary>
    /// The minimum number of members of a plain response that is a resource, unless the resource has fewer. An id and a
    /// name alone don't distinguish objects.
    /// </summary>
    public const int PlainMembers = 3;

    // Agreement of several pages.

    /// <summary>
    /// The minimum number of pages with examples of a member that no table has. A member in a single example may be a
    /// mistake, or a member that a customer defined.
    /// </summary>
    public const int PagesOfMember = 2;

    /// <summary>
    /// The minimum number of pages that must confirm a phrase that introduces a base type. A single page may confirm it
    /// by chance.
    /// </summary>
    public const int ConfirmedPages = 2;

    /// <summary>
    /// The share of the pages with a phrase before a link that must confirm that the phrase introduces a base type.
    /// Common phrases also introduce other links.
    /// </summary>
    public static readonly Ratio ConfirmedHints = new(1, 3);

    /// <summary>
    /// The minimum number of members with the same name that decide the type for this name. Fewer members may have the
    /// same type by chance.
    /// </summary>
    public const int AgreedMembers = 3;

    /// <summary>
    /// The share of the members with the same name that must have the same type to decide the type for this name. The
    /// docs of a few members may be wrong.
    /// </summary>
    public static readonly Ratio AgreedTypes = new(9, 10);

    /// <summary>
    /// The share of the values for a translated type word that must have the same type. Up to a third may have another
    /// type, such as the string "True" instead of true.
    /// </summary>
    public static readonly Ratio AgreedMeaning = new(2, 3);

    /// <summary>
    /// The minimum number of operations into which a POST with an action is split, if GET operations confirm the
    /// documented type at its other URLs. With only two, the page documents a single resource.
    /// </summary>
    public const int ConfirmedSplit = 3;

    // Tables.

    /// <summary>
    /// The share of a table's or column's cells that must be exceeded to decide its kind. Some cells are empty or
    /// wrong.
    /// </summary>
    public static readonly Ratio MostCells = new(1, 2);

    /// <summary>
    /// The share of cells in the second column that must be short for the column to contain types, if no header says
    /// what the column contains. Some descriptions are short, too.
    /// </summary>
    public static readonly Ratio ShortCells = new(9, 10);

    /// <summary>
    /// The maximum number of characters of a cell that may be a type. The name of a type is not longer, even with a
    /// word for a collection, but most descriptions are longer.
    /// </summary>
    public const int TypeCell = 60;

    /// <summary>
    /// The maximum number of words in the heading of a column of parameters: two qualifiers and a noun.
    /// </summary>
    public const int ColumnWords = 3;

    // The text of types and values.

    /// <summary>
    /// The maximum number of characters of a type's name. No type has a longer name, and a longer word is encoded data.
    /// </summary>
    public const int TypeName = 200;

    /// <summary>
    /// The maximum number of characters of a type before a description on a plain page: "array of integers or null".
    /// </summary>
    public const int PlainType = 40;

    /// <summary>
    /// Code with this many characters or more is not a value of an enumeration, but an expression or a sample.
    /// </summary>
    public const int EnumValue = 80;

    /// <summary>
    /// The maximum number of characters of an enumeration's value in an example. A longer string is an id or a token.
    /// </summary>
    public const int ShownValue = 40;

    /// <summary>
    /// The maximum number of characters between two listed values, such as "or", without the spaces around them. A
    /// longer text is about something else.
    /// </summary>
    public const int Joining = 5;

    /// <summary>
    /// The minimum number of characters of a URL segment that is a token. Path words that contain a number are shorter.
    /// </summary>
    public const int SampleLength = 12;

    /// <summary>
    /// The number of groups of digits that make a long URL segment an example value. A segment with a dash needs one
    /// group less. A word of an API contains at most a version number.
    /// </summary>
    public const int SampleNumbers = 3;

    /// <summary>
    /// The number of digits in a row that make a URL segment an example value. No word of an API contains such a
    /// number.
    /// </summary>
    public const int SampleDigits = 6;

    /// <summary>
    /// A name with this number of digits in a row was created by a tool. No author writes such a name.
    /// </summary>
    public const int ToolDigits = 4;

    /// <summary>
    /// The maximum number of letters of a URL segment's extension: <c>.json</c> and <c>.html</c> have four.
    /// </summary>
    public const int UrlExtension = 4;

    /// <summary>The maximum number of letters of a file name's extension: <c>.ipynb</c> has five.</summary>
    public const int FileExtension = 5;

    // Requests.

    /// <summary>The minimum number of letters of an HTTP method: <c>GET</c> and <c>PUT</c> have three.</summary>
    public const int ShortestMethod = 3;

    /// <summary>The maximum number of letters of an HTTP method: <c>UNSUBSCRIBE</c> of UPnP has eleven.</summary>
    public const int LongestMethod = 11;

    /// <summary>
    /// The maximum number of characters of a placeholder with its braces. A longer text in braces is an object.
    /// </summary>
    public const int Placeholder = 100;

    /// <summary>
    /// The maximum number of characters of a plain page's placeholder with its brackets. A longer text is prose.
    /// </summary>
    public const int PlainPlaceholder = 60;

    /// <summary>
    /// A label before a method or URL has fewer characters than this number. A longer text before a colon is a
    /// sentence.
    /// </summary>
    public const int RequestLabel = 40;

    /// <summary>The number of characters after which an open quote in a command is an apostrophe.</summary>
    public const int Command = 4_000;

    /// <summary>
    /// The maximum number of words by which a URL extends another one to address a different resource. A URL with more
    /// additional words is an example.
    /// </summary>
    public const int Tail = 4;

    /// <summary>
    /// The minimum number of characters of the common end of two URLs that lead to the same resource. Many URLs end in
    /// a word such as <c>me</c>.
    /// </summary>
    public const int RouteEnd = 3;

    /// <summary>
    /// The minimum number of letters of a URL's last word that names a page's file. File names end in <c>-me</c> and
    /// <c>-in</c> by chance.
    /// </summary>
    public const int FileEnd = 4;

    /// <summary>
    /// The number of characters above which a URL is reported. Not all clients, proxies and servers accept more.
    /// </summary>
    public const int SafeUrl = 2_000;

    /// <summary>
    /// The maximum number of characters from "base URL" to the end of the <c>http</c> of the address. If the distance
    /// is longer, the address is in another sentence.
    /// </summary>
    public const int RootDistance = 80;

    // Words of plain pages.

    /// <summary>The maximum number of characters of a label without a colon. Labels are short.</summary>
    public const int Label = 60;

    /// <summary>
    /// The maximum number of characters of a paragraph that announces the block directly after it. A longer paragraph
    /// explains something.
    /// </summary>
    public const int Announcement = 300;

    /// <summary>
    /// The maximum number of words in a heading with a role. A longer heading, such as "Example of a request and its
    /// response", has a subject.
    /// </summary>
    public const int RoleWords = 6;

    /// <summary>The maximum number of words in a title that names a group. A longer title is a sentence.</summary>
    public const int TitleWords = 4;

    /// <summary>
    /// The maximum number of the heading's other words that distinguish two operations. More words are a sentence.
    /// </summary>
    public const int TellingWords = 3;

    /// <summary>The number of words after the article in which a sentence names the response's resource.</summary>
    public const int AnsweredWords = 3;

    /// <summary>The maximum number of characters of a parameter's name. Longer code is prose or a sample.</summary>
    public const int ParameterName = 60;

    /// <summary>
    /// The maximum number of parameters that a list item describes: <c>`from` and `to` - …</c>. More names in code are
    /// an enumeration.
    /// </summary>
    public const int ItemNames = 4;

    /// <summary>
    /// The number of characters at the start of a description in which the word "optional" applies to the parameter.
    /// Later in the description, the word is about something else.
    /// </summary>
    public const int OptionalWithin = 40;

    // Words of other languages.

    /// <summary>
    /// A phrase next to a link that means "inherits from" has fewer characters than this number. A longer text is about
    /// something else.
    /// </summary>
    public const int BaseText = 24;

    /// <summary>The maximum number of words of a phrase next to a link that means "inherits from".</summary>
    public const int BaseWords = 3;

    /// <summary>The maximum number of characters before the colon that precedes a namespace, in any language.</summary>
    public const int NamespaceText = 40;

    /// <summary>The maximum number of characters of the words for a collection: <c>"Auflistung von"</c>.</summary>
    public const int CollectionText = 16;

    /// <summary>The maximum number of words for a collection.</summary>
    public const int CollectionWords = 2;

    /// <summary>
    /// The number of letters with which both a translated name and the API's name begin. Fewer letters may be equal by
    /// chance.
    /// </summary>
    public const int CommonLetters = 4;

    // Names.

    /// <summary>
    /// The minimum number of letters of a word that ends a group's name. Shorter words end many names by chance.
    /// </summary>
    public const int EndingWord = 3;

    /// <summary>
    /// The minimum number of letters of the words into which a lower-case word of a file name is split. Shorter words
    /// are part of longer ones by chance.
    /// </summary>
    public const int FileWord = 3;

    /// <summary>
    /// The minimum number of letters of the words into which a lower-case word of a URL is split. The minimum is higher
    /// than for a file name, because the author of the URL wrote one word.
    /// </summary>
    public const int UrlWord = 4;

    /// <summary>
    /// The minimum number of letters of a lower-case word of a URL for which another spelling is searched on the page.
    /// Shorter words are single words.
    /// </summary>
    public const int JoinedWord = 6;

    /// <summary>The maximum difference in length between singular and plural: child, children.</summary>
    public const int BentLetters = 3;

    /// <summary>In words with more letters than this number, "ies" becomes "y". The singular of ties is tie.</summary>
    public const int ShortPlural = 4;

    /// <summary>
    /// Stems with more letters than this number lose a doubled letter before "ing": getting comes from get, but adding
    /// comes from add.
    /// </summary>
    public const int ShortStem = 3;

    /// <summary>
    /// The minimum number of letters before "root", "container" or "collection". A shorter word is not the name of a
    /// resource.
    /// </summary>
    public const int StructuredWord = 3;

    /// <summary>
    /// The number of letters above which the name of a URL omits words that all URLs of the operation have.
    /// </summary>
    public const int UrlName = 60;

    /// <summary>
    /// The minimum number of letters of the word after which a variable is named. It is the last word of the type's
    /// name that is long enough. Shorter words say nothing.
    /// </summary>
    public const int VariableWord = 3;

    // Misspelt words.

    /// <summary>The maximum number of letters in which a heading or header differs from the intended one.</summary>
    public const int Slips = 2;

    /// <summary>
    /// The maximum number of letters of a short header, of which only one may differ. Short names are similar to each
    /// other.
    /// </summary>
    public const int ShortHeader = 8;

    /// <summary>
    /// A misspelt header has more than this number of letters for each letter that may differ. A shorter word is
    /// another header.
    /// </summary>
    public const int HeaderLettersASlip = 3;

    /// <summary>A misspelt heading has more than this number of letters for each letter that may differ.</summary>
    public const int HeadingLettersASlip = 2;

    /// <summary>
    /// A word and its suggestion may differ in one letter for each group of this number of letters. With more
    /// differences, they are different words.
    /// </summary>
    public const int LettersASlip = 3;

    // Changes between two surfaces.

    /// <summary>The share of segments that a URL has in common with its corrected version.</summary>
    public const double UrlLikeness = 0.5;

    /// <summary>
    /// The weight of a line that contains the URL, or of the table row with the element's name. Such a line is the best
    /// place to report a change.
    /// </summary>
    public const int LineExact = 40;

    /// <summary>The weight of a line that defines the element, such as a request line.</summary>
    public const int LineStated = 30;

    /// <summary>The weight of a line that contains the element as an example.</summary>
    public const int LineShown = 20;

    /// <summary>The weight of a line that mentions the element. A title has twice this weight.</summary>
    public const int LineMentioned = 5;

    // Layout of emitted code.

    /// <summary>The maximum number of columns of an emitted file. Reviewers see two files side by side.</summary>
    public const int CodeColumns = 120;

    /// <summary>
    /// The maximum number of columns of a snippet. The windows of docs are narrower than those of source.
    /// </summary>
    public const int SnippetColumns = 100;

    /// <summary>The number of spaces for a level of indentation, as in most C#.</summary>
    public const int Indent = 4;
}
