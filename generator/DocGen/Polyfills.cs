using DocGen.Generator;

// What the compiler needs of newer frameworks to compile records for netstandard2.0.
namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.All, Inherited = false)]
internal sealed class IsExternalInit : Attribute;
