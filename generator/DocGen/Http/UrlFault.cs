namespace DocGen.Generator.Http;

/// <summary>What reading a URL found to mend, with offsets into the URL as written.</summary>
internal enum UrlFault
{
    AngleBrackets,
    MisplacedColon,

    /// <summary>A placeholder that nothing closes.</summary>
    OpenBrace,

    /// <summary>Something that no URL has.</summary>
    Foreign,
}
