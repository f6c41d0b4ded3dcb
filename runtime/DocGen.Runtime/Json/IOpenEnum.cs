namespace DocGen.Infrastructure;

/// <summary>A string with documented values that keeps those the documentation does not know.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum
{
    /// <summary>The value as it stands on the wire.</summary>
    string Value { get; }
}

/// <summary>An open enumeration that can be made from its value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<TSelf> : IOpenEnum where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The value, documented or not.</summary>
    static abstract TSelf From(string value);
}
