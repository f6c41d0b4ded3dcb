using System.Text;

namespace DocGen.Generator.Model;

/// <summary>The format of a run of documentation text.</summary>
internal enum DocInlineKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Code, such as a name, value or header.</summary>
    Code,

    /// <summary>A link to <see cref="DocInline.Target"/> (absolute http or https URLs only).</summary>
    Link,

    /// <summary>An explicit line break.</summary>
    Break,
}
