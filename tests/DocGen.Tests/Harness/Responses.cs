using DocGen.Generator.Model;

namespace DocGen.Tests.Harness;

/// <summary>Describes responses for assertions.</summary>
internal static class Responses
{
    /// <summary>Returns the kind of the response: <c>Value</c>, <c>Collection</c>, <c>Delta</c> and so on.</summary>
    public static string Case(this ResponseShape response) =>
        response is ResponseShape.Collection { IsDelta: true } ? "Delta" : response.GetType().Name;

    /// <summary>Returns the type of the value, or the type of the items of a collection.</summary>
    public static TypeRef? Type(this ResponseShape response) =>
        response is ResponseShape.Collection collection ? collection.Element : response.ValueType;
}
