namespace DocGen.Infrastructure;

/// <summary>A string enumeration that keeps undocumented values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum
{
    /// <summary>The value in JSON.</summary>
    string Value { get; }
}

/// <summary>An open enumeration that can be created from its value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnum<TSelf> : IOpenEnum where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>Creates the enumeration value, documented or not.</summary>
    static abstract TSelf From(string value);
}
