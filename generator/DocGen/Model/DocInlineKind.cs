using System.Text;

namespace DocGen.Generator.Model;

/// <summary>How a run of documentation text is shown.</summary>
internal enum DocInlineKind
{
    /// <summary>Plain words.</summary>
    Text,

    /// <summary>Code: a name, a value, a header.</summary>
    Code,

    /// <summary>A link; <see cref="DocInline.Target"/> is where it leads (absolute http or https URLs only).</summary>
    Link,

    /// <summary>A line break that the author asked for.</summary>
    Break,
}
