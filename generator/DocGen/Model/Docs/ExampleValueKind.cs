namespace DocGen.Generator.Model;

internal enum ExampleValueKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
