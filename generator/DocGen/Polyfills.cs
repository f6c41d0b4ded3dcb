using DocGen.Generator;

// Types from newer frameworks that the compiler needs for records on netstandard2.0.
namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.All, Inherited = false)]
internal sealed class IsExternalInit : Attribute;
