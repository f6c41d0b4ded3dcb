using DocGen.Generator.Model;

namespace DocGen.Tests.Harness;

/// <summary>Short descriptions of responses.</summary>
internal static class Responses
{
    /// <summary><c>Value</c>, <c>Collection</c>, <c>Delta</c> and so on.</summary>
    public static string Case(this ResponseShape response) =>
        response is ResponseShape.Collection { IsDelta: true } ? "Delta" : response.GetType().Name;

    /// <summary>The type of the value, or of a collection's items.</summary>
    public static TypeRef? Type(this ResponseShape response) =>
        response is ResponseShape.Collection collection ? collection.Element : response.ValueType;
}
