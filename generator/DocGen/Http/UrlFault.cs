namespace DocGen.Generator.Http;

/// <summary>The kinds of mistakes that parsing a URL corrects.</summary>
internal enum UrlFault
{
    AngleBrackets,
    MisplacedColon,

    /// <summary>An unclosed placeholder.</summary>
    OpenBrace,

    /// <summary>Text that is not part of a URL.</summary>
    Foreign,
}
