namespace DocGen.Infrastructure;

/// <summary>How objects of a class are made that are then read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IResource<TSelf> where TSelf : ApiResource, IResource<TSelf>
{
    /// <summary>An empty object.</summary>
    static abstract TSelf Create();

    /// <summary>An empty object of a derived class by its qualified name without <c>#</c>; null where there is
    /// none.</summary>
    static virtual TSelf? CreateDerived(string odataType) => null;
}
