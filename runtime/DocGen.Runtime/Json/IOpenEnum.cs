using System.ComponentModel;

namespace DocGen.Infrastructure;

/// <summary>A string with documented values that keeps those the documentation does not know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum
{
    /// <summary>The value as it stands on the wire.</summary>
    string Value { get; }
}
