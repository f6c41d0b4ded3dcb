using System.Text;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Diagnostics;

/// <summary>
/// Builds the keys of anchors. Linking uses them to refer to a type, operation, link or root on a page.
/// </summary>
internal static class AnchorKeys
{
    public static string Type(string name) => "type " + name;

    public static string Resource(string name) => "resource " + name;

    public static string Enum(string name) => "enum " + name;

    public static string RequestName(string name) => "name " + name;

    public static string Operation(string httpMethod) => "operation " + httpMethod;

    public static string Call(string httpMethod, UrlPath path) => "call " + httpMethod + " " + path.Template;

    public static string Link(string page) => "link " + page;

    public static string Root(string root) => "root " + root;

    public static string StatedRoot(string root) => "stated root " + root;
}
