namespace DocGen.Infrastructure;

/// <summary>Creates objects of a class for reading.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IResource<TSelf> where TSelf : ApiResource, IResource<TSelf>
{
    /// <summary>Creates an empty object.</summary>
    static abstract TSelf Create();

    /// <summary>
    /// Creates an empty object of a derived class from its qualified name without <c>#</c>; returns null if no derived
    /// class has that name.
    /// </summary>
    static virtual TSelf? CreateDerived(string odataType) => null;
}
