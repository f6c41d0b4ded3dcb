namespace DocGen.Generator.Model;

/// <summary>
/// The numbers by which a rule decides what docs mean. Each has a row in <c>docs/heuristics.md</c>, with what it
/// decides in real docs, and a test. What only bounds work is in <see cref="Limits"/>.
/// </summary>
internal static class Thresholds
{
    // Members in common.

    /// <summary>Another resource than the stated one is the body or the answer that shows its members: examples leave
    /// few out, and have few that no table knows.</summary>
    public static readonly Ratio ShownMembers = new(9, 10);

    /// <summary>An object of a plain page is a resource, or the type that its member has elsewhere: examples of one
    /// resource differ by what is empty.</summary>
    public static readonly Ratio LikeMembers = new(3, 4);

    /// <summary>Two plain answers are of one type at all: with less in common they are reports on each other.</summary>
    public static readonly Ratio RelatedMembers = new(1, 2);

    /// <summary>One block of a request without words is its body: a body shows what is described, and an answer
    /// more.</summary>
    public static readonly Ratio DescribedMembers = new(1, 2);

    /// <summary>A list of parameters describes the object that is shown: a list on something else has a name or two
    /// of it by chance.</summary>
    public static readonly Ratio DescribedObject = new(1, 2);

    /// <summary>A few members are the whole resource's: with less of it, other resources have them too.</summary>
    public static readonly Ratio OwnMembers = new(1, 2);

    /// <summary>A resource inherits from what its page's words may name: an ancestor's table repeats in its
    /// heirs'.</summary>
    public static readonly Ratio HintedMembers = new(1, 2);

    /// <summary>An unnamed object of fewer members is no resource: an id and a name are in all of them.</summary>
    public const int ObjectMembers = 3;

    /// <summary>A nested object of so many members is the resource that has them all, however many more that has: so
    /// many are no coincidence.</summary>
    public const int CertainMembers = 5;

    /// <summary>Two types of so many equal members are one type under two names: smaller ones are equal by
    /// chance.</summary>
    public const int SameTypeMembers = 5;

    /// <summary>An answer of a plain page with fewer members, of a resource that has more, is not that resource: an id
    /// and a name tell no object from another.</summary>
    public const int PlainMembers = 3;

    // Evidence of several pages.

    /// <summary>A member that no table has needs examples on so many pages: one example may show a mistake or a
    /// customer's own member.</summary>
    public const int PagesOfMember = 2;

    /// <summary>Words on a base need so many pages on which other evidence agrees: one may agree by chance.</summary>
    public const int ConfirmedPages = 2;

    /// <summary>Words on a base need other evidence on this part of their pages: words of many pages are of no
    /// type.</summary>
    public static readonly Ratio ConfirmedHints = new(1, 3);

    /// <summary>A member's name tells its type from so many members on: fewer have one type by chance.</summary>
    public const int AgreedMembers = 3;

    /// <summary>A member's name tells a type that this part of its members has: a few may be documented
    /// wrong.</summary>
    public static readonly Ratio AgreedTypes = new(9, 10);

    /// <summary>A word for a type in another language means what this part of its values shows: one in three may be
    /// shown as another type, as true is by "True".</summary>
    public static readonly Ratio AgreedMeaning = new(2, 3);

    /// <summary>An operation whose answer its page confirms splits into so many types: with one type more, the page
    /// shows two ways to read one thing.</summary>
    public const int ConfirmedSplit = 3;

    // Tables.

    /// <summary>A table or column is of what more than this part of its cells are: some cells are empty or
    /// wrong.</summary>
    public static readonly Ratio MostCells = new(1, 2);

    /// <summary>The second column of an unknown table holds types where this part of its cells is short: a description
    /// is short now and then.</summary>
    public static readonly Ratio ShortCells = new(9, 10);

    /// <summary>A cell of so many characters may be a type's: a name and a word for a collection are no longer, and a
    /// description mostly is.</summary>
    public const int TypeCell = 60;

    /// <summary>The heading of a column has so many words: two qualifiers and a noun.</summary>
    public const int ColumnWords = 3;

    // Types and values as they are written.

    /// <summary>A longer text is no type name: nobody gives a type one, and a longer word is encoded data.</summary>
    public const int TypeName = 200;

    /// <summary>A longer word before a member's description is no type of a plain page: "array of integers or
    /// null".</summary>
    public const int PlainType = 40;

    /// <summary>Code of so many characters is no value of an enumeration: it is an expression or a sample.</summary>
    public const int EnumValue = 80;

    /// <summary>A longer string in an example is no value of an enumeration: it is an id or a token.</summary>
    public const int ShownValue = 40;

    /// <summary>Between two listed values stand so many characters, such as "or": more are a sentence of its
    /// own.</summary>
    public const int Joining = 5;

    /// <summary>A segment of so many letters and digits may be a sample: words of a path with a number in them are
    /// shorter.</summary>
    public const int SampleLength = 12;

    /// <summary>A long segment with so many groups of digits, or one less and a dash, is a sample: a word of an API
    /// has a version's.</summary>
    public const int SampleNumbers = 3;

    /// <summary>So many digits in a row are a sample: no word of an API has such a number.</summary>
    public const int SampleDigits = 6;

    /// <summary>So many digits in a row make a name one that a tool has given: nobody calls an operation so.</summary>
    public const int ToolDigits = 4;

    /// <summary>A longer extension of a URL's segment is a word behind a dot: <c>.json</c> and <c>.html</c> have
    /// four.</summary>
    public const int UrlExtension = 4;

    /// <summary>A longer extension of a file's name is a word behind a dot: <c>.ipynb</c> has five.</summary>
    public const int FileExtension = 5;

    // Requests.

    /// <summary>A word in capitals is a method from so many letters on: <c>GET</c> and <c>PUT</c> have three.</summary>
    public const int ShortestMethod = 3;

    /// <summary>A word in capitals is a method up to so many letters: <c>UNSUBSCRIBE</c> of UPnP has eleven.</summary>
    public const int LongestMethod = 11;

    /// <summary>A placeholder is no longer than this: more between braces is an object.</summary>
    public const int Placeholder = 100;

    /// <summary>A placeholder of a plain page is no longer than this: more between brackets is prose.</summary>
    public const int PlainPlaceholder = 60;

    /// <summary>A label before a method or URL is no longer than this: more before a colon is a sentence.</summary>
    public const int RequestLabel = 40;

    /// <summary>A quote of a command is no longer than this: one that is open for longer was an apostrophe.</summary>
    public const int Command = 4_000;

    /// <summary>A URL goes on behind another's end by so many words: more are the samples of an example.</summary>
    public const int Tail = 4;

    /// <summary>A URL that ends in fewer letters than this is no route to one that ends alike: <c>me</c> is of
    /// many.</summary>
    public const int RouteEnd = 3;

    /// <summary>A file is named for its URL's last word from so many letters on: <c>-me</c> and <c>-in</c> end names by
    /// chance.</summary>
    public const int FileEnd = 4;

    /// <summary>A longer URL is reported: clients, proxies and servers are only sure to take so many
    /// characters.</summary>
    public const int SafeUrl = 2_000;

    /// <summary>Between "base URL" and the address stand so many characters: "of all requests to the service is" is a
    /// sentence, more is another.</summary>
    public const int RootDistance = 80;

    // Words of plain pages.

    /// <summary>A longer text before a colon or a block announces nothing: labels are short.</summary>
    public const int Label = 60;

    /// <summary>The paragraph right before a block announces it up to so many characters: a longer one explains
    /// something.</summary>
    public const int Announcement = 300;

    /// <summary>A heading of more words has a subject and no role: "Example of a request and its response".</summary>
    public const int RoleWords = 6;

    /// <summary>A title of more words is a sentence, and names no group.</summary>
    public const int TitleWords = 4;

    /// <summary>Of the heading's other words so many tell two operations apart: more are a sentence.</summary>
    public const int TellingWords = 3;

    /// <summary>The resource that a sentence says is answered stands within so many words behind the article.</summary>
    public const int AnsweredWords = 3;

    /// <summary>A parameter's name is no longer than this: more is prose in code.</summary>
    public const int ParameterName = 60;

    /// <summary>An item of a list describes so many parameters: <c>`from` and `to` - …</c>; more code is an
    /// enumeration.</summary>
    public const int ItemNames = 4;

    /// <summary>"optional" is of the parameter within so many characters of its description: further on it is of
    /// something else.</summary>
    public const int OptionalWithin = 40;

    // Words of other languages.

    /// <summary>Words beside a link that say "inherits from" are shorter than this: more are a sentence on something
    /// else.</summary>
    public const int BaseText = 24;

    /// <summary>Words beside a link that say "inherits from" are so many at most.</summary>
    public const int BaseWords = 3;

    /// <summary>Before the colon behind which a namespace stands are so many characters: no language needs more to say
    /// so.</summary>
    public const int NamespaceText = 40;

    /// <summary>A word for a collection has so many characters: <c>"Auflistung von"</c>.</summary>
    public const int CollectionText = 16;

    /// <summary>Words for a collection are so many at most.</summary>
    public const int CollectionWords = 2;

    /// <summary>A translated name and the API's begin with so many of the same letters: fewer they share by
    /// chance.</summary>
    public const int CommonLetters = 4;

    // Names.

    /// <summary>A word of a file's name ends another from so many letters on: a shorter one ends many by
    /// chance.</summary>
    public const int EndingWord = 3;

    /// <summary>A word of a file's name in lower case is cut into words of so many letters: a shorter one stands in
    /// longer ones by chance.</summary>
    public const int FileWord = 3;

    /// <summary>A word of a URL in lower case is cut into words of so many letters: the author wrote it as
    /// one.</summary>
    public const int UrlWord = 4;

    /// <summary>A word of a URL in lower case is looked up from so many letters on: shorter ones are one
    /// word.</summary>
    public const int JoinedWord = 6;

    /// <summary>So many letters are between singular and plural: child, children.</summary>
    public const int BentLetters = 3;

    /// <summary>"ies" becomes "y" in words of more letters: ties and dies are of tie and die.</summary>
    public const int ShortPlural = 4;

    /// <summary>A doubled letter before "ing" goes from stems of more letters: getting is of get, adding of
    /// add.</summary>
    public const int ShortStem = 3;

    /// <summary>Before "root", "container" or "collection" stand so many letters at least: fewer are no
    /// resource.</summary>
    public const int StructuredWord = 3;

    /// <summary>A URL's name of more letters leaves out what all URLs of the operation have.</summary>
    public const int UrlName = 60;

    /// <summary>A variable is called by the last word of its type that has so many letters: a shorter one says
    /// nothing.</summary>
    public const int VariableWord = 3;

    // Misspelt words.

    /// <summary>A heading or header differs by so many letters from the one that is meant.</summary>
    public const int Slips = 2;

    /// <summary>A header of so many letters differs by one from the one that is meant: short names are like each
    /// other.</summary>
    public const int ShortHeader = 8;

    /// <summary>A header has more letters than so many for each that may differ: a short one is another
    /// header.</summary>
    public const int HeaderLettersASlip = 3;

    /// <summary>A heading has more letters than so many for each that may differ.</summary>
    public const int HeadingLettersASlip = 2;

    /// <summary>A suggestion differs in one of so many letters at most: more make it another word.</summary>
    public const int LettersASlip = 3;

    // Changes between two surfaces.

    /// <summary>Two URLs that share this part of their segments may be one that was corrected.</summary>
    public const double UrlLikeness = 0.5;

    /// <summary>The weight of a line that shows a URL as it is: nothing says more on where it is documented.</summary>
    public const int LineExact = 40;

    /// <summary>The weight of a line that states a thing, as a table's row does.</summary>
    public const int LineStated = 30;

    /// <summary>The weight of a line that shows a thing, as an example does.</summary>
    public const int LineShown = 20;

    /// <summary>The weight of a line that mentions a thing; two of it are a title's.</summary>
    public const int LineMentioned = 5;

    // Layout of what is emitted.

    /// <summary>The columns of an emitted file: what reviewers see side by side.</summary>
    public const int CodeColumns = 120;

    /// <summary>The columns of a snippet: readers of docs have narrower windows than readers of source.</summary>
    public const int SnippetColumns = 100;

    /// <summary>The spaces of one level of indentation, as most C# has them.</summary>
    public const int Indent = 4;
}
